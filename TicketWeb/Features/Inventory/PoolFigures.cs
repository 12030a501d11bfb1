namespace TicketWeb.Features.Inventory;

/// <summary>One pool's stock for the team.</summary>
/// <param name="Claimed">Reserved plus sold.</param>
public sealed record PoolFigures(PoolId Id, string Name, int Capacity, int Claimed, int Allocated)
{
    public int Left => Capacity - Claimed - Allocated;
}
