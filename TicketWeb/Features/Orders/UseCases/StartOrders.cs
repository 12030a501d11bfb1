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
/// Writes the orders that came in for an event, by its address, in one transaction: the stock is locked once, the catalogue is read once and
/// under that lock, and reservations and orders are there together or not at all.
/// </summary>
internal sealed class StartOrders(Databases databases, IEvents events, IInventory inventory, IPricing pricing, TimeProvider clock)
    : GroupCommit<string, NewOrder, Outcome<StartedOrder>>
{
    protected override async Task<IReadOnlyList<Outcome<StartedOrder>>> WriteAsync(string key, IReadOnlyList<NewOrder> requests)
    {
        var cancel = CancellationToken.None;
        try
        {
            return await WriteAsync(key, requests, cancel);
        }
        catch (PostgresException e) when (requests.Count == 1 && e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The same buyer's other click was faster, on another node: now its order is known, or its admission used.
            return await WriteAsync(key, requests, cancel);
        }
        catch (Exception e) when (e.IsLockTimeout())
        {
            // Somebody holds the stock or one of their codes for longer than buyers should wait.
            return [.. requests.Select(_ => (Outcome<StartedOrder>)new StockIsBusy())];
        }
    }

    private async Task<IReadOnlyList<Outcome<StartedOrder>>> WriteAsync(string slug, IReadOnlyList<NewOrder> requests, CancellationToken cancel)
    {
        await using var db = databases.Batch();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Two clicks of one buyer are one wish.
        var wishes = requests.DistinctBy(r => r.Secret).ToList();
        var id = events.PublicId(slug);
        var (publicEvent, lockedCodes, lockedStock) = (events.Public(slug), pricing.CodesOf(id, [.. wishes.Select(w => w.Code).OfType<string>().Distinct()]), inventory.StockOf(id));
        var (knownOrders, usedAdmissions) = (Known(wishes), Used(wishes));
        await db.ReadAsync([.. knownOrders.All, .. usedAdmissions.All, .. lockedCodes.All, .. lockedStock.All, .. publicEvent.All], cancel);
        if (publicEvent.Found() is not { } of)
            return [.. requests.Select(_ => (Outcome<StartedOrder>)new NotFound("event"))];

        var (answers, used, codes) = (knownOrders.Found(), usedAdmissions.Found(), lockedCodes.Found());
        foreach (var wish in wishes.Where(w => !answers.ContainsKey(w.Secret)))
        {
            if (wish.Admission is { } admission && used.Contains(admission))
                answers[wish.Secret] = new AdmissionUsed();
            else if (Refused(of, wish, codes) is { } refusal)
                answers[wish.Secret] = refusal;
        }

        // Of several that come with one admission, the first is tried.
        var open = wishes.Where(w => !answers.ContainsKey(w.Secret)).ToLookup(w => w.Admission);
        var tried = open.SelectMany(same => same.Key is null ? same : same.Take(1)).ToList();
        if (tried.Count > 0)
        {
            var quotes = new Quote?[tried.Count];
            List<StockWish> claims = [.. tried.Select(w => Claim(of, w, Code(w, codes)))];
            var now = clock.GetUtcNow();
            var uses = await TallyAsync(db, codes.Values, cancel);
            var types = of.Offers.Where(t => tried.Exists(w => w.Wanted.Any(c => c.TicketTypeId == t.Id)));
            var tiers = new TierTally(await db.TiersAsync(types, now, cancel));
            var outcomes = await inventory.ReserveAsync(
                db, lockedStock.Found(), of, claims,
                (i, included) => Price(of, tried[i], claims[i].Included, included, Code(tried[i], codes), uses, tiers, now).IsDone(out quotes[i], out var refusal) ? null : refusal,
                cancel);
            foreach (var (wish, outcome, quote) in tried.Zip(outcomes, quotes))
                answers[wish.Secret] = outcome.IsDone(out var reservation, out var refusal) ? Start(db, of, reservation, wish, quote!, Code(wish, codes)) : OfCode(refusal, wish);
            foreach (var same in open.Where(same => same.Key is not null))
            {
                foreach (var wish in same.Skip(1))
                    answers[wish.Secret] = answers[same.First().Secret].Refusal ?? new AdmissionUsed();
            }

            await db.CommitInBulkAsync(cancel);
            // It may have been the same buyer's other click, on another node, that took the last ones.
            var knownNow = Known([.. tried.Where(w => answers[w.Secret].Refusal is NotEnoughLeft or CodeUsedUp)]);
            await db.ReadAsync(knownNow.All, cancel);
            foreach (var (secret, order) in knownNow.Found())
                answers[secret] = order;
        }

        return [.. requests.Select(r => answers[r.Secret])];
    }

    /// <summary>What is in the way of a wish before anything is claimed for it; null when nothing is.</summary>
    private Refusal? Refused(EventView of, NewOrder wish, IReadOnlyDictionary<string, CodeTerms> codes)
    {
        if (of.State == EventState.Cancelled)
            return new EventIsCancelled();
        var code = Code(wish, codes);
        if (wish.Code is not null && code is null)
            return new NoSuchCode(wish.Code);
        return code?.RefusedAt(clock.GetUtcNow()) ?? PurchaseLimits.Check(of, wish.Wanted, wish.Channel, code, clock.GetUtcNow()) ?? GiftRefused(of, wish);
    }

    private StockWish Claim(EventView of, NewOrder wish, CodeTerms? code) => new(wish.Wanted, wish.Desk is { } desk ? desk.Allocation : code?.AllocationId)
    {
        Included = IncludedAddOns.With(of, wish.Wanted, wish.Channel, clock.GetUtcNow()),
    };

    /// <summary>The price of a wish, at the tiers and with the code that are left for it. Counts them: the next one finds fewer.</summary>
    /// <param name="due">What comes with it for nothing.</param>
    /// <param name="included">What there is of that.</param>
    private Outcome<Quote> Price(EventView of, NewOrder wish, IReadOnlyList<TicketCount> due, IReadOnlyList<TicketCount> included, CodeTerms? code, CodeTally uses, TierTally tiers, DateTimeOffset now)
    {
        var items = wish.Wanted.SelectMany(w => Items(of, of.Offers.Single(t => t.Id == w.TicketTypeId), w.Count, wish, tiers, now))
            .Concat(included.Select(i => new CartItem(i.TicketTypeId, NameOf(of, i), Money.Zero(of.Currency), i.Count) { Kind = LineKind.Included }));
        if (!pricing.Quote(new Cart(of.Currency, [.. items], of.Venue.Tax, code) { Fees = of.Fees, AtDesk = wish.Desk is not null }, now).IsDone(out var quote, out var refusal))
            return refusal;
        if (uses.Use(code, quote.CodeUses) is { } usedUp)
            return usedUp;

        tiers.Take(quote);
        return quote with
        {
            Lines = quote.Total.Minor == wish.SeenTotal ? quote.Lines : [.. quote.Lines.Select(l => l with { Seen = Seen(of, wish, l) })],
            RanOut = string.Join(", ", due.Except(included).Select(d => NameOf(of, d))),
        };
    }

    private static Refusal? GiftRefused(EventView of, NewOrder wish) => wish.Desk is not null ? null :
        of.Offers.Where(t => t.ChoosesAmount && wish.Wanted.Any(w => w.TicketTypeId == t.Id)).Select(t => Gift.Refused(t, wish.Amounts.GetValueOrDefault(t.Id))).FirstOrDefault(r => r is not null);

    /// <summary>In minor units; null where it is no amount. At the desk it is the least that one can give.</summary>
    private static long? Given(TicketTypeView type, NewOrder wish) =>
        wish.Desk is not null ? type.Price.Minor : Gift.Read(wish.Amounts.GetValueOrDefault(type.Id), type.Price.Currency)?.Minor;

    private IReadOnlyList<CartItem> Items(EventView of, TicketTypeView type, int count, NewOrder wish, TierTally tiers, DateTimeOffset now)
    {
        if (wish.Desk?.CompReason is not null)
            return [CartItem.Of(type, Money.Zero(of.Currency), count)];
        return type.ChoosesAmount
            ? [CartItem.Of(type, type.Price with { Minor = Given(type, wish)!.Value }, count) with { Chosen = true }]
            : pricing.Items(type, count, tiers.Taken, now);
    }

    /// <summary>What the buyer was shown, where it is not what one ticket costs now.</summary>
    private Money? Seen(EventView of, NewOrder wish, QuoteLine line) =>
        line.Kind != LineKind.Included && wish.SeenPrices.TryGetValue(line.TicketTypeId, out var seen) && seen != pricing.One(CartItem.At(line.UnitPrice) with { Kind = line.Kind }, of.Venue.Tax, of.Fees).Total.Minor ? new Money(seen, of.Currency) : null;

    private static string NameOf(EventView of, TicketCount addOn) => of.AddOns.Single(a => a.Id == addOn.TicketTypeId).Name;

    private static CodeTerms? Code(NewOrder wish, IReadOnlyDictionary<string, CodeTerms> codes) => wish.Code is { } code ? codes.GetValueOrDefault(code) : null;

    /// <summary>What a code promised and is over is said beside it.</summary>
    private static Refusal OfCode(Refusal refusal, NewOrder wish) => refusal is AllocationIsOver && wish.Code is { } code ? new CodeHasEnded(code) : refusal;

    private StartedOrder Start(TicketDb db, EventView of, ReservationView reservation, NewOrder wish, Quote quote, CodeTerms? code)
    {
        // The team knows how many it gives to whom of what it set aside.
        var limits = of.Offers.ToDictionary(t => t.Id, t => t.MostPerPerson is null || wish.Desk?.Allocation is not null ? null : code?.MostOf(t) ?? t.MostPerPerson);
        var order = Order.Start(of.OrganizationId, of.Id, reservation.Id, wish.Secret, wish.Channel, quote, quote.Code is null ? null : code, limits, clock.GetUtcNow());
        order.Remember(wish.Buyer.Email, wish.Buyer.Name);
        order.Admit(wish.Admission);
        order.SellAtDesk(wish.Desk);
        if (wish.Desk is not null)
            inventory.Shorten(db, reservation.Id, DeskTerms.Hold);
        db.Insert(order);
        return new StartedOrder(order.Id, wish.Secret.Text);
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
    private static RowQueries<HashSet<AdmissionId>> Used(IEnumerable<NewOrder> wishes)
    {
        var asked = wishes.Select(w => w.Admission).OfType<AdmissionId>().Select(a => a.Value).ToArray();
        var started = RowQuery.Of<Order>($"where admission_id = any({asked})");
        return new(asked.Length == 0 ? [] : [started], () => [.. started.Found.Select(o => o.AdmissionId!.Value)]);
    }

    /// <summary>Whoever sends a secret again gets the order that it started.</summary>
    private static RowQueries<Dictionary<CheckoutSecret, Outcome<StartedOrder>>> Known(List<NewOrder> wishes)
    {
        var secrets = wishes.ToDictionary(w => Convert.ToHexString(w.Secret.Hash), w => w.Secret);
        var started = RowQuery.Of<Order>($"where secret_hash = any({wishes.Select(w => w.Secret.Hash).ToArray()})");
        return new(wishes.Count == 0 ? [] : [started], () => started.Found.ToDictionary(
            o => secrets[Convert.ToHexString(o.SecretHash)],
            o => (Outcome<StartedOrder>)new StartedOrder(o.Id, secrets[Convert.ToHexString(o.SecretHash)].Text)));
    }
}
