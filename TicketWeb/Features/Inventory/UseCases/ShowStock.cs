using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>An event's stock as its team sees it.</summary>
public sealed class ShowStock(Databases databases)
{
    public async Task<EventStock> RunAsync(Access access, EventId id, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeFigures))
            return new EventStock([], [], []);

        await using var db = databases.Tenant(access.OrganizationId.Value);
        var all = (await db.Set<Pool>().Where(p => p.EventId == id).OrderBy(p => p.Id).ToListAsync(cancel)).ToLookup(p => p.AddOnId);
        var pools = all[null].ToList();
        var draws = (await db.Set<PoolDraw>().Where(d => d.EventId == id).ToListAsync(cancel)).ToLookup(d => d.TicketTypeId, d => d.PoolId);
        var counts = await db.Set<Reservation>().Where(r => r.EventId == id && r.State != ReservationState.Released)
            .Join(db.Set<ReservationItem>(), r => r.Id, i => i.ReservationId, (r, i) => new { i.TicketTypeId, Sold = r.State == ReservationState.Sold, i.Count })
            .GroupBy(x => new { x.TicketTypeId, x.Sold })
            .Select(g => new { g.Key.TicketTypeId, g.Key.Sold, Count = g.Sum(x => x.Count) })
            .ToListAsync(cancel);

        return new EventStock(
            [.. pools.Select(p => new PoolFigures(p.Id, p.Name, p.Capacity, p.Claimed, p.Allocated))],
            [.. draws.Where(d => !all.Contains(d.Key)).Select(d => new StockFigures(d.Key, Count(d.Key, sold: true), Count(d.Key, sold: false), pools.Where(p => d.Contains(p.Id)).Min(p => p.Left), [.. d]))],
            [.. all.SelectMany(p => p).Where(p => p.AddOnId is not null).Select(p => new AddOnFigures(p.AddOnId!.Value, Count(p.AddOnId.Value, sold: true), Count(p.AddOnId.Value, sold: false), p.Limit))]);

        int Count(TicketTypeId type, bool sold) => counts.Where(c => c.TicketTypeId == type && c.Sold == sold).Sum(c => c.Count);
    }
}
