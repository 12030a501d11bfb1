using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Pricing;

/// <summary>Prices by example: what a person with a pencil comes to.</summary>
public sealed class PriceListTests
{
    private static readonly DateTimeOffset Now = Carts.Now;
    private static readonly Currency Pounds = Currency.Of("GBP");
    private static readonly TicketTypeId Standing = Id.New<TicketTypeId>();
    private static readonly TicketTypeId Balcony = Id.New<TicketTypeId>();
    private static readonly PriceList Plain = new([new FeeRule(FeeReceiver.Platform, FeeKind.Ticket, 50, new BasisPoints(600))]);
    private static readonly PriceList NoFees = new([]);

    [Theory]
    [InlineData(2500, 200)]
    [InlineData(1, 50)]
    [InlineData(25, 52)]
    [InlineData(0, 0)]
    public void The_fee_is_the_flat_part_and_the_share_rounded_once(long price, long fee) => Plain.One(CartItem.At(new Money(price, Pounds)), Tax.None).Fees.Minor.ShouldBe(fee);

    [Theory]
    [InlineData("JPY", 3500, "¥3,500", "¥3,760", "¥376")]
    [InlineData("GBP", 3500, "£35.00", "£37.60", "£3.76")]
    [InlineData("KWD", 3500, "KWD 3.500", "KWD 3.760", "KWD 0.376")]
    public void It_is_the_same_sum_in_currencies_with_none_two_and_three_decimals(string code, long price, string ticket, string total, string tax)
    {
        var currency = Currency.Of(code);

        var quote = Plain.Quote(new Cart(currency, [new CartItem(Standing, "Standing", new Money(price, currency), 1)], Tax.None), Now).Value;

        (quote.Tickets.ToString(), quote.Total.ToString()).ShouldBe((ticket, total));
        new Money(new Tax(new BasisPoints(1000), Included: false).On(quote.Total.Minor), currency).ToString().ShouldBe(tax);
    }

    [Fact]
    public void Where_single_thousandths_are_not_charged_every_part_is_rounded_to_hundredths()
    {
        var dinars = Currency.Of("KWD");
        var list = Plain.With(new EventFees(false, [], new ProcessingTerms(5, new BasisPoints(290), Absorbed: false)));

        var quote = list.Quote(
            new Cart(dinars, [new CartItem(Standing, "Standing", new Money(4_130, dinars), 3)], new Tax(new BasisPoints(500), Included: false), Code(DiscountKind.Percent, DiscountPer.Order, 1000)), Now).Value;

        quote.Lines[0].Charges.Select(c => c.Amount.Minor).ShouldBe([810, 380]);
        (quote.Discount.Minor, quote.Tax.Minor, quote.Total.Minor).ShouldBe((1_240, 570, 12_910));
        quote.Lines[0].Each().Select(s => s.Total.Minor).ShouldBe([4_300, 4_310, 4_300]);
    }

    [Fact]
    public void A_tax_that_is_included_leaves_the_price_as_it_is()
    {
        var quote = NoFees.Quote(Of(2, 2500) with { Tax = new Tax(new BasisPoints(2000), Included: true) }, Now).Value;

        (quote.Total.Minor, quote.Tax.Minor).ShouldBe((5000, 834), "25.00 has 4.17 of tax in it");
    }

    [Fact]
    public void A_tax_that_is_not_included_is_added_to_the_price_but_not_to_the_fee()
    {
        var quote = Plain.Quote(Of(2, 2500) with { Tax = new Tax(new BasisPoints(825), Included: false) }, Now).Value;

        (quote.Tickets.Minor, quote.Fees.Minor, quote.Tax.Minor, quote.Total.Minor).ShouldBe((5000, 400, 412, 5812), "25.00 × 8.25 % is 2.06, twice");
    }

    [Fact]
    public void A_discount_lowers_the_fee_and_the_tax_with_the_price()
    {
        var quote = Plain.Quote(Of(1, 2500, Code(DiscountKind.Percent, DiscountPer.Ticket, 2000)) with { Tax = new Tax(new BasisPoints(1000), Included: false) }, Now).Value;

        (quote.Discount.Minor, quote.Fees.Minor, quote.Tax.Minor, quote.Total.Minor).ShouldBe((500, 170, 200, 2370), "20.00 + (0.50 + 6 %) + 10 %");
    }

    [Theory]
    [InlineData(999, 100)]
    [InlineData(1000, 150)]
    [InlineData(1999, 150)]
    [InlineData(2000, 0)]
    public void A_fee_may_depend_on_the_price(long price, long fee)
    {
        PriceList list = new(
        [
            new FeeRule(FeeReceiver.Organization, FeeKind.Ticket, 100, default, Below: 1000),
            new FeeRule(FeeReceiver.Organization, FeeKind.Ticket, 150, default, From: 1000, Below: 2000),
        ]);

        list.One(CartItem.At(new Money(price, Pounds)), Tax.None).Fees.Minor.ShouldBe(fee);
    }

    [Fact]
    public void A_fee_that_is_absorbed_is_explained_but_not_charged()
    {
        PriceList list = new(
        [
            new FeeRule(FeeReceiver.Platform, FeeKind.Ticket, 50, new BasisPoints(600), Absorbed: true),
            new FeeRule(FeeReceiver.Organization, FeeKind.Ticket, 100, default),
            new FeeRule(FeeReceiver.Organization, FeeKind.Order, 250, default),
        ]);

        var quote = list.Quote(Of(2, 2500), Now).Value;

        quote.Lines.Single().Charges.ShouldBe(
        [
            new QuoteFee(FeeKind.Ticket, FeeReceiver.Platform, new Money(400, Pounds), Absorbed: true),
            new QuoteFee(FeeKind.Ticket, FeeReceiver.Organization, new Money(200, Pounds)),
            new QuoteFee(FeeKind.Order, FeeReceiver.Organization, new Money(250, Pounds)),
        ]);
        (quote.Fees.Minor, quote.Total.Minor).ShouldBe((450, 5450));
    }

    [Theory]
    [InlineData(false, 0, 0, 2700, 2500)]
    [InlineData(true, 0, 0, 2500, 2300)]
    [InlineData(false, 100, 200, 2850, 2650)]
    [InlineData(true, 100, 0, 2600, 2400)]
    public void An_organizer_says_who_pays_the_fee_and_adds_one_of_their_own(bool absorbs, long flat, int share, long total, long net)
    {
        var line = Plain.With(new EventFees(absorbs, [new OwnFee("", flat, new BasisPoints(share))])).One(CartItem.At(new Money(2500, Pounds)), Tax.None);

        (line.Total.Minor, line.Net.Minor).ShouldBe((total, net));
    }

    [Fact]
    public void At_the_desk_neither_the_platform_nor_a_processor_takes_anything_and_the_organizers_own_fee_stays()
    {
        var fees = new EventFees(false, [new OwnFee("", 100, default)], new ProcessingTerms(30, new BasisPoints(200), Absorbed: false));

        var line = Plain.With(fees).AtDesk.One(CartItem.At(new Money(2500, Pounds)), Tax.None);

        (line.Total.Minor, line.Net.Minor).ShouldBe((2600, 2600));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(5000)]
    [InlineData(123_456_789)]
    public void A_processing_fee_that_is_passed_on_leaves_exactly_the_price(long price)
    {
        for (var share = 0; share < 5_000; share += 7)
        {
            var total = (NoFees with { Processing = new ProcessingFee(30, new BasisPoints(share)) }).Quote(Of(1, price), Now).Value.Total.Minor;

            (total - 30 - new BasisPoints(share).Of(total)).ShouldBe(price);
        }
    }

    [Fact]
    public void What_an_order_carries_as_a_whole_is_split_over_its_lines_by_what_was_paid_for_them()
    {
        var list = NoFees.With(new EventFees(false, [new OwnFee("Handling", 250, default, Per: FeeKind.Order)], new ProcessingTerms(25, new BasisPoints(150), Absorbed: false)));

        var quote = list.Quote(new Cart(Pounds, [Item(Standing, 3, 1000), Item(Balcony, 1, 3000), Item(default, 2, 0)], Tax.None), Now).Value;

        quote.Lines.Select(l => l.Sum(c => c.Kind == FeeKind.Order).Minor).ShouldBe([125, 125, 0]);
        quote.NamedFees.Select(f => (f.Name, f.Amount.Minor)).ShouldBe([("Handling", 250), ("Payment processing", 121)]);
        (quote.Total.Minor, quote.Total.Minor - 25 - new BasisPoints(150).Of(quote.Total.Minor)).ShouldBe((6371, 6250), "all but the processor's share is left");
    }

    [Fact]
    public void An_add_on_beside_a_ticket_is_shown_without_what_is_charged_once_an_order()
    {
        var list = NoFees.With(new EventFees(false, [new OwnFee("Handling", 250, default, Per: FeeKind.Order)], new ProcessingTerms(25, new BasisPoints(1000), Absorbed: false)));

        list.One(AddOn(1, 900), Tax.None).Total.Minor.ShouldBe(1000);
    }

    [Fact]
    public void An_own_fee_on_add_ons_is_on_each_of_them_by_its_own_price_and_on_no_ticket()
    {
        var list = NoFees.With(new EventFees(false, [new OwnFee("Handling", 100, new BasisPoints(1000), FeeKind.AddOn, From: 500, To: 2000)]));

        var quote = list.Quote(new Cart(Pounds, [Item(Standing, 2, 1000), AddOn(3, 1000), AddOn(1, 499), AddOn(1, 2001)], Tax.None), Now).Value;

        quote.Lines.Select(l => l.Fees.Minor).ShouldBe([0, 600, 0, 0]);
        list.One(AddOn(1, 2000), Tax.None).Total.Minor.ShouldBe(2300);
    }

    [Fact]
    public void A_fee_on_orders_may_depend_on_what_all_its_tickets_cost()
    {
        var list = NoFees.With(new EventFees(false, [new OwnFee("Groups", 500, default, Per: FeeKind.Order, From: 10_000, To: 20_000)]));

        ((long[])[9_999, 10_000, 20_000, 20_001]).Select(price => list.Quote(Of(1, price), Now).Value.Fees.Minor).ShouldBe([0, 500, 500, 0]);
    }

    [Fact]
    public void What_somebody_gives_bears_its_own_processing_and_no_fee_of_the_order()
    {
        var list = NoFees.With(new EventFees(false, [new OwnFee("Handling", 200, default, Per: FeeKind.Order)], new ProcessingTerms(25, new BasisPoints(200), Absorbed: false)));

        var quote = list.Quote(new Cart(Pounds, [Item(Standing, 1, 2000), Item(Balcony, 1, 1000) with { Chosen = true }], Tax.None), Now).Value;

        (quote.Lines[1].Total.Minor, quote.Lines[1].Net.Minor).ShouldBe((1000, 980));
        (quote.Lines[0].Net.Minor, quote.For(FeeReceiver.Processor).Minor).ShouldBe((2200, 25 + new BasisPoints(200).Of(quote.Lines[0].Total.Minor) + 20));
    }

    [Fact]
    public void An_own_fee_within_the_price_costs_nobody_anything()
    {
        var line = Plain.With(new EventFees(false, [new OwnFee("Levy", 100, default, Absorbed: true)])).One(CartItem.At(new Money(2500, Pounds)), Tax.None);

        (line.Total.Minor, line.Net.Minor, line.Sum(c => c.Name == "Levy").Minor).ShouldBe((2700, 2500, 100));
    }

    [Fact]
    public void An_order_discount_is_split_over_the_lines_to_the_last_penny()
    {
        Cart cart = new(Pounds, [Item(Standing, 3, 1000), Item(Balcony, 1, 3300)], Tax.None, Code(DiscountKind.Flat, DiscountPer.Order, 1000));

        var quote = NoFees.Quote(cart, Now).Value;

        quote.Lines.Select(l => l.Discount.Minor).ShouldBe([476, 524]);
        quote.Lines[0].Each().Select(s => s.Discount.Minor).ShouldBe([159, 159, 158]);
    }

    [Fact]
    public void A_flat_discount_stops_at_nothing()
    {
        var quote = Plain.Quote(Of(2, 2500, Code(DiscountKind.Flat, DiscountPer.Ticket, 9000)), Now).Value;

        (quote.Discount.Minor, quote.Total.Minor).ShouldBe((5000, 0));
    }

    [Fact]
    public void A_code_for_two_tickets_of_an_order_is_for_the_dearest_two()
    {
        var code = Code(DiscountKind.Percent, DiscountPer.Ticket, 1000) with { MostTicketsPerOrder = 2, CountedBy = DiscountPer.Ticket };

        var quote = NoFees.Quote(new Cart(Pounds, [Item(Standing, 3, 1000), Item(Balcony, 1, 3000)], Tax.None, code), Now).Value;

        quote.Lines.Select(l => l.Discount.Minor).ShouldBe([100, 300]);
        quote.CodeUses.ShouldBe(2);
    }

    [Fact]
    public void A_code_may_be_for_some_ticket_types_only()
    {
        var code = Code(DiscountKind.Percent, DiscountPer.Ticket, 5000) with { Types = [Balcony] };

        NoFees.Quote(new Cart(Pounds, [Item(Standing, 1, 1000), Item(Balcony, 1, 3000)], Tax.None, code), Now).Value.Discount.Minor.ShouldBe(1500);
        NoFees.Quote(Of(1, 1000, code), Now).Refusal.ShouldBeOfType<CodeNotForThese>().Sentence.ShouldBe("The code EARLY is not for the tickets you chose.");
    }

    [Fact]
    public void A_code_holds_from_its_first_moment_until_before_its_last()
    {
        var code = Code(DiscountKind.Percent, DiscountPer.Order, 1000) with { BeginsAt = Now, EndsAt = Now.AddHours(1) };

        NoFees.Quote(Of(1, 1000, code), Now.AddTicks(-1)).Refusal.ShouldBeOfType<CodeHasNotBegun>();
        NoFees.Quote(Of(1, 1000, code), Now).Refusal.ShouldBeNull();
        NoFees.Quote(Of(1, 1000, code), Now.AddHours(1)).Refusal.ShouldBeOfType<CodeHasEnded>();
    }

    [Theory]
    [InlineData(long.MaxValue, 1)]
    [InlineData(long.MaxValue / 2, 3)]
    [InlineData(1_000_000_001, 1000)]
    public void A_sum_beyond_all_measure_is_refused(long price, int count) => Plain.Quote(Of(count, price), Now).Refusal.ShouldBeOfType<AmountTooLarge>();

    private static Cart Of(int count, long price, CodeTerms? code = null) => new(Pounds, [Item(Standing, count, price)], Tax.None, code);

    private static CartItem Item(TicketTypeId type, int count, long price) => new(type, "Ticket", new Money(price, Pounds), count);

    private static CartItem AddOn(int count, long price) => Item(Id.New<TicketTypeId>(), count, price) with { Kind = LineKind.AddOn };

    private static CodeTerms Code(DiscountKind kind, DiscountPer per, long amount) => new(Id.New<DiscountCodeId>(), "EARLY", kind, per, amount, []);
}
