namespace TicketWeb.Features.WaitingRoom;

/// <summary>Why somebody who had a place has a new one.</summary>
public enum LostPlace
{
    /// <summary>Its turn came and passed.</summary>
    Missed,

    /// <summary>Its turn has started an order.</summary>
    Used,

    /// <summary>It was not ours: forged, damaged, or of another event.</summary>
    Unreadable,
}
