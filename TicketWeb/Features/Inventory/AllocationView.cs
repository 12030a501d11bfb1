namespace TicketWeb.Features.Inventory;

/// <summary>An allocation as its team sees it.</summary>
/// <param name="EndsAt">When what is left of it is released; null for never.</param>
/// <param name="Over">True once that has happened, by hand or by the clock.</param>
public sealed record AllocationView(AllocationId Id, string Name, DateTimeOffset? EndsAt, bool Over, IReadOnlyList<AllocatedType> Types)
{
    public int Left => Types.Sum(t => t.Left);

    public int Taken => Types.Sum(t => t.Sold + t.Reserved);
}
