namespace TicketWeb.Features.Orders;

/// <summary>What was paid for one ticket has two parts, and each goes back once.</summary>
public enum RefundPart
{
    /// <summary>The ticket's price. With it the ticket goes back.</summary>
    Price,
    Fee,
}
