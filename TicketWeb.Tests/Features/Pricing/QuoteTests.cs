using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Pricing;

public sealed class QuoteTests
{
    private static readonly Currency Pounds = Currency.Of("GBP");

    private static readonly Arbitrary<(PriceList List, List<CartItem> Cart)> Carts = (
        from flat in Gen.Choose(0, 500)
        from share in Gen.Choose(0, 5_000)
        from items in Gen.ListOf(
            from price in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 50_000))
            from count in Gen.Choose(0, 20)
            select new CartItem(Id.New<TicketTypeId>(), "Ticket", new Money(price, Pounds), count))
        select (new PriceList(flat, new BasisPoints(share)), items.ToList())).ToArbitrary();

    [Fact]
    public void The_parts_of_a_quote_sum_to_the_whole() => Holds((_, quote, _) =>
        quote.Total == quote.Tickets + quote.Fees
        && quote.Total.Minor == quote.Lines.Sum(l => l.Total.Minor)
        && quote.Lines.All(l => l.Total.Minor == l.UnitTotal.Minor * l.Count));

    [Fact]
    public void A_ticket_costs_in_the_cart_what_its_page_said() => Holds((list, quote, _) =>
        quote.Lines.All(l => l.UnitTotal == l.UnitPrice + list.Fee(l.UnitPrice)));

    [Fact]
    public void Buying_together_costs_what_buying_one_by_one_does() => Holds((list, quote, cart) =>
        quote.Total.Minor == cart.SelectMany(i => Enumerable.Repeat(i with { Count = 1 }, i.Count)).Sum(i => list.Quote(Pounds, [i]).Total.Minor));

    [Fact]
    public void A_free_ticket_carries_no_fee() => Holds((_, quote, _) => quote.Lines.All(l => l.UnitPrice.Minor > 0 || l.UnitFee.Minor == 0));

    [Fact]
    public void What_nobody_chose_is_not_on_the_bill() => Holds((_, quote, cart) =>
        quote.Lines.All(l => l.Count > 0) && quote.Count == cart.Sum(i => i.Count));

    [Theory]
    [InlineData(2500, 200)]
    [InlineData(1, 50)]
    [InlineData(25, 52)]
    [InlineData(0, 0)]
    public void The_fee_is_the_flat_part_and_the_share_rounded_once(long price, long fee) =>
        new PriceList(50, new BasisPoints(600)).Fee(new Money(price, Pounds)).Minor.ShouldBe(fee);

    private static void Holds(Func<PriceList, Quote, List<CartItem>, bool> property) =>
        Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true),
            Prop.ForAll(Carts, c => property(c.List, c.List.Quote(Pounds, c.Cart), c.Cart)));
}
