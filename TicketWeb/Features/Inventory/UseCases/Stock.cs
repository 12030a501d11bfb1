using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.Domain;
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

    public async Task<IReadOnlyList<Outcome<ReservationView>>> ReserveAsync(
        TicketDb db, EventView of, IReadOnlyList<IReadOnlyList<TicketCount>> wanted, Func<Task<Func<int, Refusal?>>> decide, CancellationToken cancel)
    {
        Ledger ledger;
        try
        {
            ledger = await OpenAsync(db, [of.Id], cancel);
        }
        catch (Exception e) when (e.IsLockTimeout())
        {
            return [.. wanted.Select(_ => (Outcome<ReservationView>)new StockIsBusy())];
        }

        var refuse = await decide();
        var names = of.TicketTypes.ToDictionary(t => t.Id, t => t.Name);
        var outcomes = wanted.Select((w, i) => Reserve(db, ledger, of, w, names, () => refuse(i))).ToList();
        if (outcomes.Any(o => o.Refusal is null))
            await live.ChangedAsync(db, of.Id.Value, cancel);
        return outcomes;
    }

    public void Shorten(TicketDb db, ReservationId id, TimeSpan lasts) => db.Set<Reservation>().Local.FindEntry(id)!.Entity.Shorten(clock.GetUtcNow() + lasts);

    public async Task LockAsync(TicketDb db, IReadOnlyCollection<ReservationId> ids, CancellationToken cancel)
    {
        var sorted = ids.Select(i => i.Value).Distinct().Order().ToArray();
        // Without its items: what a reservation holds is asked for only when that changes.
        await db.Set<Reservation>().FromSql($"select *, xmin from inventory.reservations where id = any({sorted}) order by id for update")
            .IgnoreAutoIncludes().AsTracking().LoadAsync(cancel);
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
            var ledger = await OpenAsync(db, [reservation.EventId], cancel);
            await LoadItemsAsync(db, [id], cancel);
            if (ledger.Claim(reservation.Wanted) is not null)
                return new ReservationIsGone();
            await live.ChangedAsync(db, reservation.EventId.Value, cancel);
        }

        return reservation.Sell();
    }

    public async Task ReleaseAsync(TicketDb db, IReadOnlyCollection<ReservationId> ids, CancellationToken cancel)
    {
        await LockAsync(db, ids, cancel);
        var released = db.Set<Reservation>().Local.Where(r => ids.Contains(r.Id) && r.Holds && r.Release().Refusal is null).ToList();
        List<EventId> events = [.. released.Select(r => r.EventId).Distinct()];
        var ledger = await OpenAsync(db, events, cancel);
        await LoadItemsAsync(db, [.. released.Select(r => r.Id)], cancel);
        foreach (var reservation in released)
            ledger.GiveBack(reservation.Wanted);
        foreach (var of in events)
            await live.ChangedAsync(db, of.Value, cancel);
    }

    public async Task GiveBackAsync(TicketDb db, ReservationId id, IReadOnlyList<TicketCount> counts, CancellationToken cancel)
    {
        if (counts.Count == 0)
            return;
        var reservation = await LockAsync(db, id, cancel);
        var ledger = await OpenAsync(db, [reservation.EventId], cancel);
        await LoadItemsAsync(db, [id], cancel);
        reservation.GiveBack(counts);
        ledger.GiveBack(counts);
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

    private Outcome<ReservationView> Reserve(TicketDb db, Ledger ledger, EventView of, IReadOnlyList<TicketCount> wanted, Dictionary<TicketTypeId, string> names, Func<Refusal?> refuse)
    {
        if (ledger.Claim(wanted) is var (type, left))
            return new NotEnoughLeft(type, names[type], left);
        if (refuse() is { } refusal)
        {
            ledger.GiveBack(wanted);
            return refusal;
        }

        var reservation = Reservation.Start(of.OrganizationId, of.Id, wanted, clock.GetUtcNow(), TimeSpan.FromMinutes(options.Value.ReservationMinutes));
        db.Add(reservation);
        return View(reservation);
    }

    /// <summary>Locks the pools of these events. Who draws from which is read after that: it cannot change any more.</summary>
    private static async Task<Ledger> OpenAsync(TicketDb db, List<EventId> events, CancellationToken cancel)
    {
        var ids = events.Select(e => e.Value).ToArray();
        var pools = await db.Set<Pool>().FromSql($"select * from inventory.pools where event_id = any({ids}) order by id for update").AsTracking().ToListAsync(cancel);
        var draws = await db.Set<PoolDraw>().Where(d => events.Contains(d.EventId)).ToListAsync(cancel);
        return new Ledger(pools, draws);
    }

    private async Task<Reservation> LockAsync(TicketDb db, ReservationId id, CancellationToken cancel)
    {
        // What this context tracks it has locked.
        if (db.Set<Reservation>().Local.FindEntry(id) is null)
            await LockAsync(db, [id], cancel);
        return db.Set<Reservation>().Local.FindEntry(id)!.Entity;
    }

    private static Task LoadItemsAsync(TicketDb db, IReadOnlyCollection<ReservationId> ids, CancellationToken cancel) =>
        db.Set<ReservationItem>().AsTracking().Where(i => ids.Contains(i.ReservationId)).LoadAsync(cancel);

    private static ReservationView View(Reservation r) => new(r.Id, r.ExpiresAt, !r.Extended);
}
