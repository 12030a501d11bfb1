namespace TicketWeb.Features.WaitingRoom;

/// <summary>When an event has a waiting room.</summary>
public enum RoomMode
{
    /// <summary>Never: whoever comes goes straight to the tickets.</summary>
    Off,

    /// <summary>While more buyers come than the checkout shall take. It opens and closes by itself.</summary>
    Automatic,

    /// <summary>From an hour before sales open, with a draw at that moment. From then on it is <see cref="Automatic"/>.</summary>
    Scheduled,
}
