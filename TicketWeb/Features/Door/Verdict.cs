namespace TicketWeb.Features.Door;

/// <summary>What the door says to what it was shown.</summary>
public enum Verdict
{
    Admit,
    AlreadyIn,
    WrongEvent,
    TooEarly,
    TooLate,
    EventCancelled,
    Refunded,
    Cancelled,

    /// <summary>The ticket was transferred or issued anew: a newer code counts.</summary>
    Replaced,
    NotATicket,

    /// <summary>A whole code that the organization did not sign.</summary>
    Forged,
}
