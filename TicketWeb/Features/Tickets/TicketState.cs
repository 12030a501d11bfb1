namespace TicketWeb.Features.Tickets;

/// <summary>Whether a ticket lets anyone in.</summary>
public enum TicketState
{
    Valid,
    Refunded,
    Cancelled,
}
