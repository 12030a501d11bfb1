using TicketWeb.Features.Inventory;

namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>An event's stock in one number.</summary>
internal static class StockSummary
{
    /// <summary>The most tickets that can still be sold: all types together, but no more than a pool that all of them draw from holds.</summary>
    public static int Left(IReadOnlyList<PoolFigures> pools, IReadOnlyList<StockFigures> types)
    {
        var shared = pools.Where(p => types.Count > 0 && types.All(t => t.Pools.Contains(p.Id))).Select(p => p.Left);
        return Math.Max(0, shared.Append(types.Sum(t => Math.Max(0, t.Left))).Min());
    }
}
