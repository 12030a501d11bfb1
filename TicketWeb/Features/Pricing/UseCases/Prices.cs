using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Pricing.UseCases;

/// <summary>The platform's fees and the organizations' codes, as rules for <see cref="PriceList"/>.</summary>
internal sealed class Prices(Databases databases, IOptions<PricingOptions> options, TimeProvider clock) : IPricing
{
    private readonly PriceList _list = new(
        [.. options.Value.Fees.Select(f => new FeeRule(FeeReceiver.Platform, f.Per, f.Flat, new BasisPoints(f.BasisPoints), From: f.From, Below: f.To + 1))]);

    public bool AddsToOrders(EventFees fees) => List(fees, atDesk: false).AddsToOrders;

    public QuoteLine One(CartItem item, Tax tax, EventFees fees, bool atDesk = false) => List(fees, atDesk).One(item, tax);

    public IReadOnlyList<CartItem> Items(TicketTypeView type, int count, IReadOnlyDictionary<PriceTierId, int> taken, DateTimeOffset now) =>
        TierPrices.Of(type, count, taken, now);

    public Outcome<Quote> Quote(Cart cart, DateTimeOffset now) => List(cart.Fees, cart.AtDesk).Quote(cart, now);

    public async Task<CodeTerms?> FindCodeAsync(EventId of, string code, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return (await db.Set<DiscountCode>().SingleOrDefaultAsync(c => c.EventId == of && c.Code == code, cancel))?.Terms;
    }

    public async Task<bool> TakesCodesAsync(EventId of, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Service();
        return await db.Set<DiscountCode>().AnyAsync(c => c.EventId == of && (c.EndsAt == null || c.EndsAt > now), cancel);
    }

    public RowQueries<IReadOnlyDictionary<string, CodeTerms>> CodesOf(FormattableString events, string[] codes)
    {
        // Sorted, so that two batches never wait for each other.
        var locked = RowQuery.Of<DiscountCode>($"where event_id = any({events}) and code = any({codes}) order by id for update");
        return new(codes.Length == 0 ? [] : [locked], () => locked.Found.ToDictionary(c => c.Code, c => c.Terms));
    }

    private PriceList List(EventFees fees, bool atDesk) => atDesk ? _list.With(fees).AtDesk : _list.With(fees);
}
