namespace TicketWeb.Features.Events;

/// <summary>Whether a ticket type may be sold now, by its window and its event; stock is another matter.</summary>
public enum SaleState
{
    NotYet,
    OnSale,
    Ended,
}
