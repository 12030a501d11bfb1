using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Live;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>Counts down and up under the lock of the pools. READ COMMITTED: the lock is taken first, what is read after it is the truth.</summary>
internal sealed class Stock(Databases databases, LiveSignal live, IOptions<InventoryOptions> options, TimeProvider clock) : IInventory
{
    public async Task<IReadOnlyList<Availability>> AvailabilityAsync(IReadOnlyCollection<EventId> events, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<PoolDraw>().Where(d => events.Contains(d.EventId))
            .Join(db.Set<Pool>(), d => d.PoolId, p => p.Id, (d, p) => new { d.EventId, d.TicketTypeId, Left = p.Capacity - p.Claimed - p.Allocated })
            .GroupBy(r => new { r.EventId, r.TicketTypeId })
            .Select(g => new Availability(g.Key.EventId, g.Key.TicketTypeId, g.Min(r => r.Left)))
            .ToListAsync(cancel);
    }

    public async Task<Outcome<ReservationView>> ReserveAsync(
        TicketDb db, OrganizationId organization, EventView of, IReadOnlyList<TicketCount> wanted, CancellationToken cancel)
    {
        if ((await ClaimAsync(db, of.Id, wanted, type => of.TicketTypes.Single(t => t.Id == type).Name, cancel)).Refusal is { } refusal)
            return refusal;

        var reservation = Reservation.Start(organization, of.Id, wanted, clock.GetUtcNow(), TimeSpan.FromMinutes(options.Value.ReservationMinutes));
        db.Add(reservation);
        return View(reservation);
    }

    public async Task<Outcome<Done>> HoldForPaymentAsync(TicketDb db, ReservationId id, CancellationToken cancel) =>
        (await LockAsync(db, id, cancel)).HoldForPayment(clock.GetUtcNow());

    public async Task ResumeAsync(TicketDb db, ReservationId id, CancellationToken cancel) => (await LockAsync(db, id, cancel)).Resume();

    public async Task<Outcome<ReservationView>> ExtendAsync(TicketDb db, ReservationId id, CancellationToken cancel)
    {
        var reservation = await LockAsync(db, id, cancel);
        return reservation.Extend(clock.GetUtcNow(), TimeSpan.FromMinutes(options.Value.ExtensionMinutes)).Refusal is { } refusal ? refusal : View(reservation);
    }

    public async Task<Outcome<Done>> SellAsync(TicketDb db, ReservationId id, CancellationToken cancel)
    {
        var reservation = await LockAsync(db, id, cancel);
        if (!reservation.Holds)
        {
            var wanted = reservation.Items.Select(i => new TicketCount(i.TicketTypeId, i.Count)).ToList();
            if ((await ClaimAsync(db, reservation.EventId, wanted, _ => "It", cancel)).Refusal is not null)
                return new ReservationIsGone();
        }

        return reservation.Sell();
    }

    public async Task ReleaseAsync(TicketDb db, ReservationId id, CancellationToken cancel)
    {
        var reservation = await LockAsync(db, id, cancel);
        if (!reservation.Holds || reservation.Release().Refusal is not null)
            return;

        var (pools, draws) = await LockPoolsAsync(db, reservation.EventId, [.. reservation.Items.Select(i => i.TicketTypeId)], cancel);
        foreach (var draw in draws)
            pools[draw.PoolId].GiveBack(reservation.Items.Single(i => i.TicketTypeId == draw.TicketTypeId).Count);
        await live.ChangedAsync(db, reservation.EventId.Value, cancel);
    }

    public async Task<IReadOnlyList<ReservationId>> ExpiredAsync(TicketDb db, int atMost, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.Set<Reservation>().Where(r => r.State == ReservationState.Active && r.ExpiresAt <= now)
            .OrderBy(r => r.ExpiresAt).Take(atMost).Select(r => r.Id).ToListAsync(cancel);
    }

    public async Task<ReservationView?> FindAsync(ReservationId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Reservation>().SingleOrDefaultAsync(r => r.Id == id, cancel) is { } reservation ? View(reservation) : null;
    }

    private async Task<Outcome<Done>> ClaimAsync(
        TicketDb db, EventId of, IReadOnlyList<TicketCount> wanted, Func<TicketTypeId, string> name, CancellationToken cancel)
    {
        Dictionary<PoolId, Pool> pools;
        List<PoolDraw> draws;
        try
        {
            (pools, draws) = await LockPoolsAsync(db, of, [.. wanted.Select(w => w.TicketTypeId)], cancel);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable)
        {
            return new StockIsBusy();
        }

        foreach (var (type, count) in wanted)
        {
            var own = draws.Where(d => d.TicketTypeId == type).Select(d => pools[d.PoolId]).ToList();
            var left = own.Count == 0 ? 0 : own.Min(p => p.Left);
            if (left < count)
                return new NotEnoughLeft(type, name(type), Math.Max(0, left));
            own.ForEach(p => p.Claim(count));
        }

        await live.ChangedAsync(db, of.Value, cancel);
        return new Done();
    }

    private static async Task<(Dictionary<PoolId, Pool> Pools, List<PoolDraw> Draws)> LockPoolsAsync(
        TicketDb db, EventId of, List<TicketTypeId> types, CancellationToken cancel)
    {
        var draws = await db.Set<PoolDraw>().Where(d => d.EventId == of && types.Contains(d.TicketTypeId)).ToListAsync(cancel);
        var ids = draws.Select(d => d.PoolId.Value).Distinct().Order().ToArray();
        var pools = await db.Set<Pool>().FromSql($"select * from inventory.pools where id = any({ids}) order by id for update").AsTracking().ToListAsync(cancel);
        return (pools.ToDictionary(p => p.Id), draws);
    }

    private static async Task<Reservation> LockAsync(TicketDb db, ReservationId id, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select from inventory.reservations where id = {id.Value} for update", cancel);
        return await db.Set<Reservation>().AsTracking().SingleAsync(r => r.Id == id, cancel);
    }

    private static ReservationView View(Reservation r) => new(r.Id, r.ExpiresAt, !r.Extended);
}
