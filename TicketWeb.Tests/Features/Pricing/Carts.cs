using FsCheck;
using FsCheck.Fluent;
using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Kernel;

namespace TicketWeb.Tests.Features.Pricing;

/// <summary>Carts and rules of every kind, for what must hold whatever is sold.</summary>
internal static class Carts
{
    public static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Currency> Currencies = Gen.Elements("JPY", "GBP", "KWD").Select(Currency.Of);

    private static readonly Gen<Tax> Taxes =
        from rate in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 3_000))
        from included in Gen.Elements(true, false)
        select new Tax(new BasisPoints(rate), included);

    private static readonly Gen<FeeRule> Fees =
        from receiver in Gen.Elements(FeeReceiver.Platform, FeeReceiver.Organization)
        from per in Gen.Elements(FeeKind.Ticket, FeeKind.AddOn, FeeKind.Order)
        from flat in Gen.Choose(0, 500)
        from share in Gen.Choose(0, 5_000)
        from absorbed in Gen.Elements(true, false)
        from start in Gen.Choose(0, 2_000)
        from width in Gen.Choose(0, 20_000)
        select new FeeRule(receiver, per, flat, new BasisPoints(share), absorbed, start, width == 0 ? null : start + width);

    private static readonly Gen<ProcessingFee?> Processing = Gen.OneOf(
        Gen.Constant<ProcessingFee?>(null),
        from flat in Gen.Choose(0, 50)
        from share in Gen.Choose(0, 1_000)
        from absorbed in Gen.Elements(true, false)
        select (ProcessingFee?)new ProcessingFee(flat, new BasisPoints(share), absorbed));

    private static readonly Gen<PriceList> Lists =
        from fees in Gen.ListOf(Fees)
        from processing in Processing
        select new PriceList([.. fees.Take(4)], processing);

    public static readonly Arbitrary<(PriceList List, Cart Cart)> All = (
        from list in Lists
        from currency in Currencies
        from tax in Taxes
        from items in Items(currency)
        from code in Codes([.. items.Select(i => i.TicketTypeId)])
        select (list, new Cart(currency, items, tax, code))).ToArbitrary();

    private static Gen<List<CartItem>> Items(Currency currency) =>
        from items in Gen.ListOf(
            from price in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 50_000))
            from count in Gen.Choose(0, 20)
            from tiers in Gen.ListOf(Tiers(currency))
            from taken in Gen.Choose(0, 10)
            from shape in Gen.Choose(0, 5)
            select shape switch
            {
                0 => [new CartItem(Id.New<TicketTypeId>(), "Gift", new Money(price, currency), count) { Chosen = true }],
                1 => [new CartItem(Id.New<TicketTypeId>(), "Shirt", new Money(price, currency), count) { Kind = LineKind.AddOn }],
                2 => Drinks(new Money(price, currency), count, taken),
                _ => Chosen(new Money(price, currency), count, [.. tiers.Take(3)], taken),
            })
        select items.Take(6).SelectMany(i => i).ToList();

    /// <summary>Some that come with the tickets, and some more that are bought.</summary>
    private static IReadOnlyList<CartItem> Drinks(Money price, int bought, int included)
    {
        var drink = new CartItem(Id.New<TicketTypeId>(), "Drink", price, bought) { Kind = LineKind.AddOn };
        return [drink, drink with { UnitPrice = Money.Zero(price.Currency), Count = included, Kind = LineKind.Included }];
    }

    private static Gen<PriceTier> Tiers(Currency currency) =>
        from price in Gen.Choose(1, 50_000)
        from most in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(1, 20).Select(n => (int?)n))
        from begins in Gen.Choose(-2, 2)
        from ends in Gen.Choose(-2, 2)
        select new PriceTier(Id.New<PriceTierId>(), "Tier", new Money(price, currency), Now.AddDays(begins), Now.AddDays(ends), most);

    /// <summary>Tickets of one type, at as many prices as its tiers make of it.</summary>
    private static IReadOnlyList<CartItem> Chosen(Money price, int count, PriceTier[] tiers, int taken) => TierPrices.Of(
        new TicketTypeView(Id.New<TicketTypeId>(), Id.New<EventId>(), "Ticket", "", price, 1, 20, null, null, SaleState.OnSale, null) { Tiers = tiers },
        count, tiers.ToDictionary(t => t.Id, _ => taken), Now);

    private static Gen<CodeTerms> Codes(TicketTypeId[] types) =>
        from kind in Gen.Elements(DiscountKind.Percent, DiscountKind.Flat, DiscountKind.Nothing)
        from per in Gen.Elements(DiscountPer.Ticket, DiscountPer.Order)
        from amount in Gen.Choose(1, 10_000)
        from named in Gen.Choose(0, types.Length)
        from most in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(1, 10).Select(n => (int?)n))
        select new CodeTerms(Id.New<DiscountCodeId>(), "EARLY", kind, per, amount, [.. types.Take(named)], MostTicketsPerOrder: most);
}
