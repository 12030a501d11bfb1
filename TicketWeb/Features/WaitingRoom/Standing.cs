namespace TicketWeb.Features.WaitingRoom;

/// <summary>How somebody stands with an event's waiting room.</summary>
public enum Standing
{
    /// <summary>There is no room in the way.</summary>
    Free,

    /// <summary>There is one, and they have no place in it.</summary>
    Outside,

    /// <summary>They take part in the draw.</summary>
    Gathered,

    /// <summary>They have a place, and it is not called yet.</summary>
    InLine,

    /// <summary>It is their turn.</summary>
    Called,

    /// <summary>Their turn has passed, or they stood in an earlier line.</summary>
    Missed,
}
