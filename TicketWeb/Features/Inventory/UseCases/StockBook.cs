using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>How this feature's use cases find and lock stock.</summary>
internal static class StockBook
{
    /// <summary>Locks the pools of these events. Who draws from which is read after that: it cannot change any more.</summary>
    public static async Task<Ledger> OpenLedgerAsync(this TicketDb db, List<EventId> events, CancellationToken cancel)
    {
        var ledger = Ledger($"{events.Select(e => e.Value).ToArray()}");
        await db.ReadAsync(ledger.All, cancel);
        return ledger.Found();
    }

    /// <summary>The same, to be read with something else.</summary>
    /// <param name="events">An array of their ids, as SQL.</param>
    public static RowQueries<Ledger> Ledger(FormattableString events)
    {
        var pools = RowQuery.Of<Pool>($"where event_id = any({events}) order by id for update");
        var draws = RowQuery.Of<PoolDraw>($"where event_id = any({events})");
        return new([pools, draws], () => new Ledger(pools.Found, draws.Found));
    }

    /// <summary>These allocations, in one query, or none where nobody asks for one. They are read under the lock of the pools, without which nobody changes them.</summary>
    public static async Task<Dictionary<AllocationId, Allocation>> AllocationsAsync(this TicketDb db, IEnumerable<AllocationId?> ids, CancellationToken cancel)
    {
        var asked = ids.OfType<AllocationId>().Distinct().ToList();
        return asked.Count == 0 ? [] : (await db.Set<Allocation>().Where(a => asked.Contains(a.Id)).ToChangeAsync(db, cancel)).ToDictionary(a => a.Id);
    }

    /// <summary>What is reserved and sold from these allocations, by their ticket types.</summary>
    public static async Task<Dictionary<(AllocationId Allocation, TicketTypeId Type), (int Reserved, int Sold)>> TakenAsync(this TicketDb db, IReadOnlyCollection<AllocationId> ids, CancellationToken cancel)
    {
        var counts = await db.Set<Reservation>().Where(r => ids.Contains(r.AllocationId!.Value) && r.State != ReservationState.Released)
            .Join(db.Set<ReservationItem>(), r => r.Id, i => i.ReservationId, (r, i) => new { Allocation = r.AllocationId!.Value, i.TicketTypeId, Sold = r.State == ReservationState.Sold, i.Count })
            .GroupBy(x => new { x.Allocation, x.TicketTypeId, x.Sold })
            .Select(g => new { g.Key.Allocation, g.Key.TicketTypeId, g.Key.Sold, Count = g.Sum(x => x.Count) })
            .ToListAsync(cancel);
        return counts.GroupBy(c => (c.Allocation, c.TicketTypeId)).ToDictionary(g => g.Key, g => (g.Where(c => !c.Sold).Sum(c => c.Count), g.Where(c => c.Sold).Sum(c => c.Count)));
    }
}
