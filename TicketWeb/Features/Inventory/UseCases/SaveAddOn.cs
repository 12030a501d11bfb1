using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Live;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>Adds an add-on or changes one, together with its stock.</summary>
public sealed class SaveAddOn(Databases databases, IEventEditing events, LiveSignal live)
{
    /// <param name="id">The add-on to change, or null for a new one.</param>
    /// <param name="stock">How many there are in all, what is sold included; null for any number.</param>
    public async Task<Outcome<TicketTypeId>> RunAsync(Access access, EventId eventId, TicketTypeId? id, TicketTypeInput input, int? stock, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents) || input.AddOn is null)
            return new NotFound("event");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!(await events.SaveTicketTypeAsync(db, eventId, id, input, cancel)).IsDone(out var addOn, out var refusal))
            return refusal;

        var known = await db.Set<Pool>().FromSql($"select * from inventory.pools where add_on_id = {addOn.Value} for update").AsTracking().SingleOrDefaultAsync(cancel);
        var outcome = known is null ? Pool.Stock(access.OrganizationId, eventId, addOn, input.Name, stock) : known.Restock(input.Name, stock);
        if (!outcome.IsDone(out var pool, out refusal))
            return refusal;
        if (known is null)
        {
            db.Add(pool);
            db.Add(new PoolDraw { TicketTypeId = addOn, PoolId = pool.Id, OrganizationId = access.OrganizationId, EventId = eventId });
        }

        await db.SaveChangesAsync(cancel);
        await live.ChangedAsync(db, eventId.Value, cancel);
        await transaction.CommitAsync(cancel);
        return addOn;
    }

    /// <summary>Takes an add-on away, with its stock; only while nobody has any of it.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Access access, EventId eventId, TicketTypeId id, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents))
            return new NotFound("event");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if ((await events.RemoveAddOnAsync(db, eventId, id, cancel)).Refusal is { } refusal)
            return refusal;
        // Under the lock that selling takes: nobody reserves the last moment's one.
        var pool = await db.Set<Pool>().FromSql($"select * from inventory.pools where add_on_id = {id.Value} for update").SingleAsync(cancel);
        if (pool.Claimed > 0)
            return new AddOnIsTaken();

        db.RemoveRange(await db.Set<PoolDraw>().Where(d => d.TicketTypeId == id).ToListAsync(cancel));
        db.Remove(pool);
        await db.SaveChangesAsync(cancel);
        await live.ChangedAsync(db, eventId.Value, cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
