using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>Makes two allocations of one: some of what it holds goes into a new one. Nothing becomes free on the way.</summary>
public sealed class SplitAllocation(Databases databases, IEvents events, TimeProvider clock)
{
    public async Task<Outcome<AllocationId>> RunAsync(Access access, EventId eventId, AllocationId id, string? name, IReadOnlyDictionary<TicketTypeId, int?> counts, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents) || await events.FindAsync(eventId, cancel) is not { } of || of.OrganizationId != access.OrganizationId)
            return new NotFound("event");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.OpenLedgerAsync([eventId], cancel);
        if ((await db.AllocationsAsync([id], cancel)).GetValueOrDefault(id) is not { } allocation || allocation.EventId != eventId)
            return new NotFound("allocation");
        if (!allocation.Split(of, name, counts, clock.GetUtcNow()).IsDone(out var other, out var refusal))
            return refusal;

        db.Add(other);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return other.Id;
    }
}
