using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Live;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>Adds or changes a ticket type together with the pools it draws from.</summary>
public sealed class SaveTicketType(Databases databases, IEventEditing events, LiveSignal live)
{
    /// <param name="id">The type to change, or null for a new one.</param>
    /// <param name="pools">Pools of the same event; at least one.</param>
    public async Task<Outcome<TicketTypeId>> RunAsync(
        Access access, EventId eventId, TicketTypeId? id, TicketTypeInput input, IReadOnlyCollection<PoolId> pools, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents))
            return new NotFound("event");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!(await events.SaveTicketTypeAsync(db, eventId, id, input, cancel)).IsDone(out var type, out var refusal))
            return refusal;

        // Under the lock that selling takes: nothing is claimed from the old pools while the type moves to others.
        var known = (await db.Set<Pool>().FromSql($"select * from inventory.pools where event_id = {eventId.Value} order by id for update").ToListAsync(cancel)).Where(p => p.AddOnId is null).Select(p => p.Id).ToList();
        var wanted = pools.Distinct().ToList();
        if (wanted.Count == 0 || wanted.Except(known).Any())
            return new InvalidInput([new InputError("pools", "Choose at least one pool that this ticket type draws from.")]);

        var draws = await db.Set<PoolDraw>().AsTracking().Where(d => d.TicketTypeId == type).ToListAsync(cancel);
        if (await MovesSoldStockAsync(db, type, [.. draws.Select(d => d.PoolId)], wanted, cancel))
            return new TicketsAreOut();
        if (draws.Count > 0 && !draws.Select(d => d.PoolId).ToHashSet().SetEquals(wanted) && await db.Set<AllocationItem>().AnyAsync(i => i.TicketTypeId == type && i.Held > 0, cancel))
            return new StockIsSetAside();

        db.RemoveRange(draws.Where(d => !wanted.Contains(d.PoolId)));
        db.AddRange(wanted.Except(draws.Select(d => d.PoolId)).Select(p => new PoolDraw
        {
            TicketTypeId = type,
            PoolId = p,
            OrganizationId = access.OrganizationId,
            EventId = eventId,
        }));
        await db.SaveChangesAsync(cancel);
        await live.ChangedAsync(db, eventId.Value, cancel);
        await transaction.CommitAsync(cancel);
        return type;
    }

    /// <summary>What is taken was counted in the pools it came from, and must go back there.</summary>
    private static async Task<bool> MovesSoldStockAsync(TicketDb db, TicketTypeId type, List<PoolId> from, List<PoolId> to, CancellationToken cancel) =>
        from.Count > 0 && !from.ToHashSet().SetEquals(to) && await db.Set<ReservationItem>()
            .Join(db.Set<Reservation>(), i => i.ReservationId, r => r.Id, (i, r) => new { i.TicketTypeId, r.State })
            .AnyAsync(x => x.TicketTypeId == type && x.State != ReservationState.Released, cancel);
}
