using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Live;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>Sets stock aside, or changes what is set aside, under the lock that selling takes: nobody is sold what goes aside.</summary>
public sealed class SaveAllocation(Databases databases, IEvents events, LiveSignal live, TimeProvider clock)
{
    /// <param name="id">The allocation to change, or null for a new one.</param>
    public async Task<Outcome<AllocationId>> RunAsync(Access access, EventId eventId, AllocationId? id, AllocationInput input, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents) || await events.FindAsync(eventId, cancel) is not { } of || of.OrganizationId != access.OrganizationId)
            return new NotFound("event");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ledger = await db.OpenLedgerAsync([eventId], cancel);
        var known = (await db.AllocationsAsync([id], cancel)).Values.SingleOrDefault();
        if (id is not null && known?.EventId != eventId)
            return new NotFound("allocation");

        var now = clock.GetUtcNow();
        var allocation = known ?? Allocation.Open(access.OrganizationId, eventId, of.TicketTypes.Where(t => input.Quantities.GetValueOrDefault(t.Id) is not (null or 0)).Select(t => t.Id), now);
        var taken = (await db.TakenAsync([allocation.Id], cancel)).ToDictionary(t => t.Key.Type, t => t.Value.Reserved + t.Value.Sold);
        if (!allocation.Change(of, input, taken, now).IsDone(out var more, out var refusal))
            return refusal;
        if (ledger.SetAside(allocation, more) is var (type, left))
            return new NotEnoughToSetAside(type, of.TicketTypes.Single(t => t.Id == type).Name, left);

        if (known is null)
            db.Add(allocation);
        await db.SaveChangesAsync(cancel);
        await live.ChangedAsync(db, eventId.Value, cancel);
        await transaction.CommitAsync(cancel);
        return allocation.Id;
    }
}
