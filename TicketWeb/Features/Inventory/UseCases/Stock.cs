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

    public RowQueries<LockedStock> StockOf(FormattableString events)
    {
        var ledger = StockBook.Ledger(events);
        return new(ledger.All, () => new LockedStock(ledger.Found()));
    }

    public async Task<IReadOnlyList<Outcome<ReservationView>>> ReserveAsync(
        TicketDb db, LockedStock stock, EventView of, IReadOnlyList<StockWish> wishes, Func<int, IReadOnlyList<TicketCount>, Refusal?> refuse, CancellationToken cancel)
    {
        var allocations = await db.AllocationsAsync(wishes.Select(w => w.From), cancel);
        var names = of.Offers.ToDictionary(t => t.Id, t => t.Name);
        var outcomes = wishes.Select((w, i) => Reserve(db, stock.Ledger, of, w, allocations, names, included => refuse(i, included))).ToList();
        if (outcomes.Any(o => o.Refusal is null))
            await live.ChangedAsync(db, of.Id.Value, cancel);
        return outcomes;
    }

    public void Shorten(TicketDb db, ReservationId id, TimeSpan lasts) => db.Changing<Reservation>(id)!.Shorten(clock.GetUtcNow() + lasts);

    /// <remarks>Without their items: what a reservation holds is asked for only when that changes.</remarks>
    public RowQuery Locked(FormattableString ids) => ToLock(ids);

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
            var ledger = await db.OpenLedgerAsync([reservation.EventId], cancel);
            await LoadItemsAsync(db, [id], cancel);
            if (await LastingAsync(db, reservation, cancel) is not { } from || ledger.Claim(reservation.Wanted, from) is not null)
            {
                if (ledger.Claim(reservation.Wanted, null) is not null)
                    return new ReservationIsGone();
                reservation.DrawFromOpenStock();
            }

            await live.ChangedAsync(db, reservation.EventId.Value, cancel);
        }

        return reservation.Sell();
    }

    public async Task ReleaseAsync(TicketDb db, IReadOnlyCollection<ReservationId> ids, CancellationToken cancel)
    {
        var released = (await LockedAsync(db, ids, cancel)).Where(r => r.Holds && r.Release().Refusal is null).ToList();
        List<EventId> events = [.. released.Select(r => r.EventId).Distinct()];
        var ledger = await db.OpenLedgerAsync(events, cancel);
        await LoadItemsAsync(db, [.. released.Select(r => r.Id)], cancel);
        var allocations = await db.AllocationsAsync(released.Select(r => r.AllocationId), cancel);
        foreach (var reservation in released)
            ledger.GiveBack(reservation.Wanted, Lasting(allocations, reservation));
        foreach (var of in events)
            await live.ChangedAsync(db, of.Value, cancel);
    }

    public async Task GiveBackAsync(TicketDb db, ReservationId id, IReadOnlyList<TicketCount> counts, CancellationToken cancel)
    {
        if (counts.Count == 0)
            return;
        var reservation = await LockAsync(db, id, cancel);
        var ledger = await db.OpenLedgerAsync([reservation.EventId], cancel);
        await LoadItemsAsync(db, [id], cancel);
        reservation.GiveBack(counts);
        ledger.GiveBack(counts, await LastingAsync(db, reservation, cancel));
        await live.ChangedAsync(db, reservation.EventId.Value, cancel);
    }

    public async Task<IReadOnlyList<ReservationId>> ExpiredAsync(TicketDb db, int atMost, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.Set<Reservation>().Where(r => r.State == ReservationState.Active && r.ExpiresAt <= now)
            .OrderBy(r => r.ExpiresAt).Take(atMost).Select(r => r.Id).ToListAsync(cancel);
    }

    public async Task<AllocationStock?> FindAllocationAsync(AllocationId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Allocation>().SingleOrDefaultAsync(a => a.Id == id, cancel) is { } found
            ? new AllocationStock(id, found.EventId, found.LastsAt(clock.GetUtcNow()), found.Items.ToDictionary(i => i.TicketTypeId, i => i.Held))
            : null;
    }

    public async Task<ReservationView?> FindAsync(ReservationId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Reservation>().SingleOrDefaultAsync(r => r.Id == id, cancel) is { } reservation ? View(reservation) : null;
    }

    private Outcome<ReservationView> Reserve(
        TicketDb db, Ledger ledger, EventView of, StockWish wish, Dictionary<AllocationId, Allocation> allocations, Dictionary<TicketTypeId, string> names, Func<IReadOnlyList<TicketCount>, Refusal?> refuse)
    {
        var from = wish.From is { } id ? allocations.GetValueOrDefault(id) : null;
        if (wish.From is not null && (from?.EventId != of.Id || !from.LastsAt(clock.GetUtcNow())))
            return new AllocationIsOver();
        if (ledger.Claim(wish.Wanted, from) is var (type, left))
            return new NotEnoughLeft(type, names[type], left, from?.Of(type) is not null);
        var included = ledger.ClaimWhatIsLeft(wish.Included);
        if (refuse(included) is { } refusal)
        {
            ledger.GiveBack(wish.Wanted, from);
            ledger.GiveBack(included, null);
            return refusal;
        }

        var draws = wish.Wanted.Any(w => from?.Of(w.TicketTypeId) is not null);
        var reservation = Reservation.Start(of.OrganizationId, of.Id, Together(wish.Wanted, included), draws ? from!.Id : null, clock.GetUtcNow(), TimeSpan.FromMinutes(options.Value.ReservationMinutes));
        db.Insert(reservation);
        return View(reservation);
    }

    private static IEnumerable<TicketCount> Together(IReadOnlyList<TicketCount> wanted, IReadOnlyList<TicketCount> included) =>
        included.Count == 0 ? wanted : wanted.Concat(included).GroupBy(c => c.TicketTypeId).Select(g => new TicketCount(g.Key, g.Sum(c => c.Count)));

    private async Task<Allocation?> LastingAsync(TicketDb db, Reservation reservation, CancellationToken cancel) =>
        Lasting(await db.AllocationsAsync([reservation.AllocationId], cancel), reservation);

    /// <summary>The allocation that a reservation was made from; null once that is over, and for the open stock.</summary>
    private Allocation? Lasting(Dictionary<AllocationId, Allocation> allocations, Reservation reservation) =>
        reservation.AllocationId is { } id && allocations[id] is var from && from.LastsAt(clock.GetUtcNow()) ? from : null;

    /// <summary>One of them; what this context has read to change it has locked.</summary>
    private static async Task<Reservation> LockAsync(TicketDb db, ReservationId id, CancellationToken cancel) =>
        db.Changing<Reservation>(id) ?? (await LockedAsync(db, [id], cancel))[0];

    private static async Task<IReadOnlyList<Reservation>> LockedAsync(TicketDb db, IReadOnlyCollection<ReservationId> ids, CancellationToken cancel)
    {
        var query = ToLock($"{ids.Select(i => i.Value).ToArray()}");
        await db.ReadAsync([query], cancel);
        return query.Found;
    }

    private static RowQuery<Reservation> ToLock(FormattableString ids) => RowQuery.Of<Reservation>($"where id = any({ids}) order by id for update");

    private static Task<List<ReservationItem>> LoadItemsAsync(TicketDb db, IReadOnlyCollection<ReservationId> ids, CancellationToken cancel) =>
        db.Set<ReservationItem>().Where(i => ids.Contains(i.ReservationId)).ToChangeAsync(db, cancel);

    private static ReservationView View(Reservation r) => new(r.Id, r.ExpiresAt, !r.Extended);
}
