namespace TicketWeb.Features.Events;

/// <summary>With what an add-on comes for nothing.</summary>
public enum IncludedPer
{
    Ticket,
    Order,
}
