using Microsoft.EntityFrameworkCore;
using Npgsql;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// Writes the orders that came in for an event, by its address, in one transaction: the catalogue is read once, the stock is locked once,
/// and reservations and orders are there together or not at all.
/// </summary>
internal sealed class StartOrders(Databases databases, IEvents events, IInventory inventory, IPricing pricing, TimeProvider clock)
    : GroupCommit<string, NewOrder, Outcome<StartedOrder>>
{
    protected override async Task<IReadOnlyList<Outcome<StartedOrder>>> WriteAsync(string key, IReadOnlyList<NewOrder> requests)
    {
        var cancel = CancellationToken.None;
        if (await events.FindPublicAsync(key, cancel) is not { } of)
            return [.. requests.Select(_ => (Outcome<StartedOrder>)new NotFound("event"))];

        try
        {
            return await WriteAsync(of, requests, cancel);
        }
        catch (PostgresException e) when (requests.Count == 1 && e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The same buyer's other click was faster, on another node: now its order is known, or its admission used.
            return await WriteAsync(of, requests, cancel);
        }
        catch (Exception e) when (e.IsLockTimeout())
        {
            // Somebody holds one of their codes for longer than buyers should wait.
            return [.. requests.Select(_ => (Outcome<StartedOrder>)new StockIsBusy())];
        }
    }

    private async Task<IReadOnlyList<Outcome<StartedOrder>>> WriteAsync(EventView of, IReadOnlyList<NewOrder> requests, CancellationToken cancel)
    {
        await using var db = databases.Batch();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Two clicks of one buyer are one wish.
        var wishes = requests.DistinctBy(r => r.Secret).ToList();
        var answers = await KnownAsync(db, wishes, cancel);
        var used = await UsedAsync(db, wishes, cancel);
        var codes = await pricing.LockCodesAsync(db, of.Id, [.. wishes.Select(w => w.Code).OfType<string>().Distinct()], cancel);
        var quotes = new Dictionary<CheckoutSecret, Quote>();
        foreach (var wish in wishes.Where(w => !answers.ContainsKey(w.Secret)))
        {
            if (wish.Admission is { } admission && used.Contains(admission))
                answers[wish.Secret] = new AdmissionUsed();
            else if (Price(of, wish, codes).IsDone(out var quote, out var refusal))
                quotes[wish.Secret] = quote;
            else
                answers[wish.Secret] = refusal;
        }

        // Of several that come with one admission, the first is tried.
        var open = wishes.Where(w => !answers.ContainsKey(w.Secret)).ToLookup(w => w.Admission);
        var tried = open.SelectMany(same => same.Key is null ? same : same.Take(1)).ToList();
        if (tried.Count > 0)
        {
            var tally = await TallyAsync(db, codes.Values, cancel);
            var outcomes = await inventory.ReserveAsync(
                db, of, [.. tried.Select(w => w.Wanted)], i => tally.Use(Code(tried[i], codes), quotes[tried[i].Secret].CodeUses), cancel);
            foreach (var (wish, outcome) in tried.Zip(outcomes))
                answers[wish.Secret] = outcome.IsDone(out var reservation, out var refusal) ? Start(db, of, reservation, wish, quotes[wish.Secret], Code(wish, codes)) : refusal;
            foreach (var same in open.Where(same => same.Key is not null))
            {
                foreach (var wish in same.Skip(1))
                    answers[wish.Secret] = answers[same.First().Secret].Refusal ?? new AdmissionUsed();
            }

            await db.SaveInBulkAsync(cancel);
            await transaction.CommitAsync(cancel);
            // It may have been the same buyer's other click, on another node, that took the last ones.
            foreach (var (secret, order) in await KnownAsync(db, [.. tried.Where(w => answers[w.Secret].Refusal is NotEnoughLeft or CodeUsedUp)], cancel))
                answers[secret] = order;
        }

        return [.. requests.Select(r => answers[r.Secret])];
    }

    private Outcome<Quote> Price(EventView of, NewOrder wish, IReadOnlyDictionary<string, CodeTerms> codes)
    {
        if (of.State == EventState.Cancelled)
            return new EventIsCancelled();
        if (PurchaseLimits.Check(of, wish.Wanted, wish.Channel, clock.GetUtcNow()) is { } refusal)
            return refusal;
        var code = Code(wish, codes);
        return wish.Code is not null && code is null
            ? new NoSuchCode(wish.Code)
            : pricing.Quote(new Cart(of.Currency, [.. wish.Wanted.Select(w => Item(of, w, wish.Desk))], of.Venue.Tax, code) { Fees = of.Fees, AtDesk = wish.Desk is not null }, clock.GetUtcNow());
    }

    private static CodeTerms? Code(NewOrder wish, IReadOnlyDictionary<string, CodeTerms> codes) => wish.Code is { } code ? codes.GetValueOrDefault(code) : null;

    private StartedOrder Start(TicketDb db, EventView of, ReservationView reservation, NewOrder wish, Quote quote, CodeTerms? code)
    {
        var limits = of.TicketTypes.ToDictionary(t => t.Id, t => t.MostPerPerson);
        var order = Order.Start(of.OrganizationId, of.Id, reservation.Id, wish.Secret, wish.Channel, quote, code, limits, clock.GetUtcNow());
        order.Remember(wish.Buyer.Email, wish.Buyer.Name);
        order.Admit(wish.Admission);
        order.SellAtDesk(wish.Desk);
        if (wish.Desk is not null)
            inventory.Shorten(db, reservation.Id, DeskTerms.Hold);
        db.Add(order);
        return new StartedOrder(order.Id, wish.Secret.Text);
    }

    private static CartItem Item(EventView of, TicketCount wanted, DeskTerms? desk)
    {
        var type = of.TicketTypes.Single(t => t.Id == wanted.TicketTypeId);
        return new CartItem(type.Id, type.Name, desk?.CompReason is null ? type.Price : Money.Zero(of.Currency), wanted.Count);
    }

    /// <summary>
    /// How often the codes are used by what is reserved, being paid or paid. Nobody else counts the same codes before this transaction ends: like
    /// stock, they are decided under a lock.
    /// </summary>
    private static async Task<CodeTally> TallyAsync(TicketDb db, IEnumerable<CodeTerms> codes, CancellationToken cancel)
    {
        var limited = codes.Where(c => c.MostUses is not null).Select(c => c.Id).ToList();
        return new CodeTally(limited.Count == 0 ? new Dictionary<DiscountCodeId, int>() : await db.UsesAsync(limited, cancel));
    }

    /// <summary>Admissions that have started an order already.</summary>
    private static async Task<HashSet<AdmissionId>> UsedAsync(TicketDb db, List<NewOrder> wishes, CancellationToken cancel)
    {
        var asked = wishes.Select(w => w.Admission).OfType<AdmissionId>().ToList();
        return asked.Count == 0 ? [] : [.. await db.Set<Order>().Where(o => asked.Contains(o.AdmissionId!.Value)).Select(o => o.AdmissionId!.Value).ToListAsync(cancel)];
    }

    /// <summary>Whoever sends a secret again gets the order that it started.</summary>
    private static async Task<Dictionary<CheckoutSecret, Outcome<StartedOrder>>> KnownAsync(TicketDb db, List<NewOrder> wishes, CancellationToken cancel)
    {
        if (wishes.Count == 0)
            return [];
        var secrets = wishes.ToDictionary(w => Convert.ToHexString(w.Secret.Hash), w => w.Secret);
        var hashes = wishes.Select(w => w.Secret.Hash).ToList();
        var known = await db.Set<Order>().Where(o => hashes.Contains(o.SecretHash)).Select(o => new { o.Id, o.SecretHash }).ToListAsync(cancel);
        return known.ToDictionary(
            o => secrets[Convert.ToHexString(o.SecretHash)],
            o => (Outcome<StartedOrder>)new StartedOrder(o.Id, secrets[Convert.ToHexString(o.SecretHash)].Text));
    }
}
