using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>A refund of an order as it was told at the time.</summary>
/// <param name="Items">The tickets and add-ons that went back, by what they were sold as, and what was paid for them before fees; none where fees alone or an amount went back.</param>
/// <param name="Fees">The fees that went back, by the names that buyers see.</param>
public sealed record RefundHistory(OrderRefunded Fact, DateTimeOffset At, IReadOnlyList<(string Title, int Count, Money Amount)> Items, IReadOnlyList<(string Name, Money Amount)> Fees)
{
    /// <summary>What of it came to nothing at the payment company, and is no part of <see cref="Fact"/> any more; null where nothing did.</summary>
    public RefundUndone? Undone { get; init; }
}
