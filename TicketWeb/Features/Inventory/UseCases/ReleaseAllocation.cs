using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Live;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>Puts on open sale what an allocation still holds. What is reserved or sold from it stays so.</summary>
public sealed class ReleaseAllocation(Databases databases, LiveSignal live, TimeProvider clock)
{
    /// <returns>How many tickets it held.</returns>
    public async Task<Outcome<int>> RunAsync(Access access, EventId eventId, AllocationId id, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents))
            return new NotFound("allocation");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ledger = await db.OpenLedgerAsync([eventId], cancel);
        if ((await db.AllocationsAsync([id], cancel)).GetValueOrDefault(id) is not { } allocation || allocation.EventId != eventId)
            return new NotFound("allocation");

        var held = allocation.Items.Sum(i => i.Held);
        ledger.Release(allocation, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await live.ChangedAsync(db, eventId.Value, cancel);
        await transaction.CommitAsync(cancel);
        return held;
    }
}
