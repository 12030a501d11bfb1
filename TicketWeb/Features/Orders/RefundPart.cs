namespace TicketWeb.Features.Orders;

/// <summary>What was paid for one ticket is its price and its fees, and each of them goes back once.</summary>
public enum RefundPart
{
    /// <summary>The ticket's price. With it the ticket goes back.</summary>
    Price,

    /// <summary>One of its fees.</summary>
    Fee,
}
