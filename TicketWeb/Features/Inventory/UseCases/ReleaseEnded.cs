using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Live;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>Puts on open sale what allocations hold whose end has come: what they hold themselves, and nothing of anybody else's.</summary>
internal sealed class ReleaseEnded(Databases databases, LiveSignal live, TimeProvider clock)
{
    /// <returns>How many allocations were released.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Service();
        var due = await db.Set<Allocation>().IgnoreAutoIncludes().Where(a => a.ReleasedAt == null && a.EndsAt <= now).Select(a => new { a.Id, a.EventId }).ToListAsync(cancel);
        var released = 0;
        foreach (var of in due.GroupBy(d => d.EventId))
        {
            await using var one = databases.Service();
            await using var transaction = await one.Database.BeginTransactionAsync(cancel);
            var ledger = await one.OpenLedgerAsync([of.Key], cancel);
            // Read again under the lock: somebody may have given it more time, or another node has been here.
            var ended = (await one.AllocationsAsync(of.Select(a => (AllocationId?)a.Id), cancel)).Values.Where(a => a.ReleasedAt is null && !a.LastsAt(now)).ToList();
            ended.ForEach(a => ledger.Release(a, now));
            await one.SaveChangesAsync(cancel);
            await live.ChangedAsync(one, of.Key.Value, cancel);
            await transaction.CommitAsync(cancel);
            released += ended.Count;
        }

        return released;
    }
}
