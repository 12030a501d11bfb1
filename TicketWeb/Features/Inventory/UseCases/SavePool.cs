using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Live;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>Adds a pool to an event, or changes its name and capacity. What is taken stays taken.</summary>
public sealed class SavePool(Databases databases, IEvents events, LiveSignal live)
{
    /// <param name="id">The pool to change, or null for a new one.</param>
    public async Task<Outcome<PoolId>> RunAsync(Access access, EventId eventId, PoolId? id, string? name, int? capacity, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents) || (await events.FindAsync(eventId, cancel))?.OrganizationId != access.OrganizationId)
            return new NotFound("event");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = id is { } poolId
            ? await db.Set<Pool>().FromSql($"select * from inventory.pools where id = {poolId.Value} and event_id = {eventId.Value} and add_on_id is null for update").AsTracking().SingleOrDefaultAsync(cancel)
            : null;
        if (id is not null && known is null)
            return new NotFound("pool");

        var outcome = known is null ? Pool.Open(access.OrganizationId, eventId, name, capacity) : known.Change(name, capacity);
        if (!outcome.IsDone(out var pool, out var refusal))
            return refusal;
        if (known is null)
            db.Add(pool);
        await db.SaveChangesAsync(cancel);
        await live.ChangedAsync(db, eventId.Value, cancel);
        await transaction.CommitAsync(cancel);
        return pool.Id;
    }
}
