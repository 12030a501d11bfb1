namespace TicketWeb.Features.Inventory;

/// <summary>What somebody wants to have reserved, each ticket type once.</summary>
/// <param name="From">The allocation that its ticket types are taken from, as far as it has them; null for the open stock.</param>
public sealed record StockWish(IReadOnlyList<TicketCount> Wanted, AllocationId? From)
{
    /// <summary>What comes along of the open stock, as far as there is any.</summary>
    public IReadOnlyList<TicketCount> Included { get; init; } = [];
}
