using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>An event's stock as its team sees it.</summary>
public sealed class ShowStock(Databases databases)
{
    public async Task<(IReadOnlyList<PoolFigures> Pools, IReadOnlyList<StockFigures> Types)> RunAsync(Access access, EventId id, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeFigures))
            return ([], []);

        await using var db = databases.Tenant(access.OrganizationId.Value);
        var pools = await db.Set<Pool>().Where(p => p.EventId == id).OrderBy(p => p.Id).ToListAsync(cancel);
        var draws = (await db.Set<PoolDraw>().Where(d => d.EventId == id).ToListAsync(cancel)).ToLookup(d => d.TicketTypeId, d => d.PoolId);
        var counts = await db.Set<Reservation>().Where(r => r.EventId == id && r.State != ReservationState.Released)
            .Join(db.Set<ReservationItem>(), r => r.Id, i => i.ReservationId, (r, i) => new { i.TicketTypeId, Sold = r.State == ReservationState.Sold, i.Count })
            .GroupBy(x => new { x.TicketTypeId, x.Sold })
            .Select(g => new { g.Key.TicketTypeId, g.Key.Sold, Count = g.Sum(x => x.Count) })
            .ToListAsync(cancel);

        return (
            [.. pools.Select(p => new PoolFigures(p.Id, p.Name, p.Capacity, p.Claimed, p.Allocated))],
            [.. draws.Select(d => new StockFigures(
                d.Key,
                counts.Where(c => c.TicketTypeId == d.Key && c.Sold).Sum(c => c.Count),
                counts.Where(c => c.TicketTypeId == d.Key && !c.Sold).Sum(c => c.Count),
                pools.Where(p => d.Contains(p.Id)).Min(p => p.Left),
                [.. d]))]);
    }
}
