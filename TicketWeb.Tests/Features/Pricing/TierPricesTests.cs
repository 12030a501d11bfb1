using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Kernel;
using Xunit;

namespace TicketWeb.Tests.Features.Pricing;

/// <summary>Which price holds: by the clock, by what is taken, and one after the other.</summary>
public sealed class TierPricesTests
{
    private static readonly Currency Pounds = Currency.Of("GBP");
    private static readonly DateTimeOffset Now = Carts.Now;
    private static readonly PriceTier Early = new(Id.New<PriceTierId>(), "Early bird", new Money(1000, Pounds), null, null, 10);
    private static readonly PriceTier Advance = new(Id.New<PriceTierId>(), "Advance", new Money(1500, Pounds), null, Now.AddDays(7), null);

    [Fact]
    public void Without_tiers_a_type_has_its_own_price() => Prices(Type(), 3).ShouldBe([(3, 2000, null)]);

    [Fact]
    public void A_tier_holds_until_its_time_is_over_to_the_tick()
    {
        Prices(Type(Advance), 1, at: Now.AddDays(7).AddTicks(-1)).ShouldBe([(1, 1500, "Advance")]);
        Prices(Type(Advance), 1, at: Now.AddDays(7)).ShouldBe([(1, 2000, null)]);
    }

    [Fact]
    public void A_tier_holds_from_its_time_on()
    {
        var late = new PriceTier(Id.New<PriceTierId>(), "At the last minute", new Money(3000, Pounds), Now, null, null);

        Prices(Type(late), 1, at: Now.AddTicks(-1)).ShouldBe([(1, 2000, null)]);
        Prices(Type(late), 1, at: Now).ShouldBe([(1, 3000, "At the last minute")]);
    }

    [Fact]
    public void The_next_tier_holds_when_the_one_before_is_sold_out()
    {
        Prices(Type(Early, Advance), 2, taken: 8).ShouldBe([(2, 1000, "Early bird")]);
        Prices(Type(Early, Advance), 2, taken: 10).ShouldBe([(2, 1500, "Advance")]);
        Prices(Type(Early, Advance), 2, taken: 12).ShouldBe([(2, 1500, "Advance")], "late money may have taken more than there were");
    }

    [Fact]
    public void Who_wants_more_than_a_tier_has_left_gets_those_and_the_rest_at_the_next_price() =>
        Prices(Type(Early, Advance), 4, taken: 8).ShouldBe([(2, 1000, "Early bird"), (2, 1500, "Advance")]);

    [Fact]
    public void The_last_of_them_have_the_types_own_price()
    {
        var few = Advance with { Id = Id.New<PriceTierId>(), Until = null, Most = 1 };

        Prices(Type(Early, few), 5, taken: 7).ShouldBe([(3, 1000, "Early bird"), (1, 1500, "Advance"), (1, 2000, null)]);
    }

    [Fact]
    public void A_price_changes_by_the_clock_when_a_tier_or_the_sale_begins_or_ends()
    {
        (Type(Early) with { OnSaleFrom = null, OnSaleUntil = null }).ChangesAfter(Now).ShouldBeNull();
        Type(Advance).ChangesAfter(Now).ShouldBe(Now.AddDays(7));
        (Type(Advance) with { OnSaleUntil = Now.AddDays(1) }).ChangesAfter(Now).ShouldBe(Now.AddDays(1));
        Type(Advance).ChangesAfter(Now.AddDays(7)).ShouldBeNull();
    }

    private static TicketTypeView Type(params PriceTier[] tiers) =>
        new(Id.New<TicketTypeId>(), Id.New<EventId>(), "Standing", "", new Money(2000, Pounds), 1, 10, null, null, SaleState.OnSale, null) { Tiers = tiers };

    private static (int Count, long Price, string? Tier)[] Prices(TicketTypeView type, int count, int taken = 0, DateTimeOffset? at = null) =>
        [.. TierPrices.Of(type, count, new Dictionary<PriceTierId, int> { [Early.Id] = taken }, at ?? Now).Select(i => (i.Count, i.UnitPrice.Minor, i.Tier?.Name))];
}
