using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Buying at a price that ends: by the clock, by what is taken, and in the middle of an order.</summary>
public sealed class PriceTierTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_for_more_than_are_left_at_a_price_has_a_line_for_each_of_its_prices()
    {
        var night = await NightAsync(early: 2);

        var order = await AnOrder.For(night).With(4, "Standing").PaidAsync();

        var lines = (await order.ViewAsync()).Quote.Lines;
        lines.Select(l => (l.Title, l.Count, l.Total.ToString())).ShouldBe([("Standing · Early bird", 2, "£22.20"), ("Standing", 2, "£43.40")]);
        (await order.TicketsAsync()).Count.ShouldBe(4);
        (await order.ViewAsync()).Quote.Total.ToString().ShouldBe("£65.60");
    }

    [Fact]
    public async Task The_price_of_a_place_that_comes_back_comes_back_with_it()
    {
        var night = await NightAsync(early: 2);
        var order = await AnOrder.For(night).With(4, "Standing").PaidAsync();

        (await RefundAsync(order, position: 4)).ShouldBe("£20.00", "its own price");
        (await TitleOfNextAsync(night)).ShouldBe("Standing");
        (await RefundAsync(order, position: 1)).ShouldBe("£10.00");
        (await TitleOfNextAsync(night)).ShouldBe("Standing · Early bird");
    }

    [Fact]
    public async Task What_nobody_pays_for_is_sold_at_its_price_again()
    {
        var night = await NightAsync(early: 1);
        await AnOrder.For(night).With(1, "Standing").StartedAsync();
        (await TitleOfNextAsync(night)).ShouldBe("Standing", "reserved is taken");

        database.Clock.Advance(TimeSpan.FromMinutes(16));
        await database.Get<ExpireOrders>().RunAsync(Cancel);

        (await TitleOfNextAsync(night)).ShouldBe("Standing · Early bird");
    }

    [Fact]
    public async Task A_price_that_ends_with_a_day_ends_for_orders_too()
    {
        var until = database.Clock.GetUtcNow().UtcDateTime.AddDays(2);
        var night = await NightAsync(new PriceTierInput(null, "Advance", "15", Until: until));
        (await TitleOfNextAsync(night)).ShouldBe("Standing · Advance");

        database.Clock.Advance(TimeSpan.FromDays(2));

        (await TitleOfNextAsync(night)).ShouldBe("Standing");
    }

    [Fact]
    public async Task The_desk_is_shown_the_price_of_the_tier_in_force_and_sells_at_it()
    {
        var night = await NightAsync(early: 3);
        (await AtDeskAsync(night)).ShouldBe("£10.00", "without the platform's fee");

        var sold = await ADeskSale.Of(night).With(2, "Standing").SoldAsync();
        (await sold.ViewAsync()).Quote.Lines.Select(l => (l.Title, l.Count, l.Total.ToString())).ShouldBe([("Standing · Early bird", 2, "£20.00")]);
        (await AtDeskAsync(night)).ShouldBe("£10.00");

        var last = await ADeskSale.Of(night).With(2, "Standing").SoldAsync();
        (await last.ViewAsync()).Quote.Lines.Select(l => (l.Title, l.Count, l.Total.ToString())).ShouldBe([("Standing · Early bird", 1, "£10.00"), ("Standing", 1, "£20.00")]);
        (await AtDeskAsync(night)).ShouldBe("£20.00");
    }

    [Fact]
    public async Task Who_saw_another_price_than_they_get_is_told_and_nothing_is_reckoned_with_it()
    {
        var night = await NightAsync(early: 1);

        var order = await AnOrder.For(night).With(2, "Standing").Seeing(1110, "Standing").StartedAsync();

        (await order.ViewAsync()).Quote.Lines.Select(l => (l.Title, l.Seen?.ToString(), l.Total.ToString()))
            .ShouldBe([("Standing · Early bird", null, "£11.10"), ("Standing", "£11.10", "£21.70")]);
    }

    [Theory]
    [InlineData(3280, null)]
    [InlineData(2220, "£11.10")]
    public async Task Who_saw_what_it_comes_to_at_two_prices_is_told_only_when_it_comes_to_something_else(long seen, string? told)
    {
        var night = await NightAsync(early: 1);

        var order = await AnOrder.For(night).With(2, "Standing").Seeing(1110, "Standing", seen).StartedAsync();

        var quote = (await order.ViewAsync()).Quote;
        quote.Total.Minor.ShouldBe(3280);
        quote.Lines.Select(l => l.Seen?.ToString()).ShouldBe([null, told]);
    }

    [Fact]
    public async Task All_tickets_of_a_type_count_for_one_person_at_whatever_price()
    {
        var night = await NightAsync(early: 2, mostPerPerson: 3);
        var order = await AnOrder.For(night).With(2, "Standing").PaidAsync();
        order.ShouldNotBeNull();

        (await (await AnOrder.For(night).With(2, "Standing").StartedAsync()).PayAsync()).Refusal.ShouldBeOfType<OverPersonLimit>();
    }

    [Fact]
    public async Task A_tier_that_is_changed_keeps_what_was_sold_at_it()
    {
        var night = await NightAsync(early: 2);
        await AnOrder.For(night).With(2, "Standing").PaidAsync();
        var tier = (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!.TicketTypes[0].Tiers.ShouldHaveSingleItem();

        await SaveAsync(night, new PriceTierInput(tier.Id, "Early bird", "11", Most: 3));

        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        (await order.ViewAsync()).Quote.Lines.Select(l => (l.Title, l.Count, l.UnitPrice.ToString())).ShouldBe([("Standing · Early bird", 1, "£11.00"), ("Standing", 1, "£20.00")]);
    }

    [Theory]
    [InlineData("", "10", "tier-0-name")]
    [InlineData("Early bird", "0", "tier-0-price")]
    [InlineData("Early bird", "ten", "tier-0-price")]
    public async Task What_makes_no_tier_is_said_beside_its_field(string name, string price, string field)
    {
        var night = await NightAsync(early: 2);

        (await SaveAsync(night, new PriceTierInput(null, name, price, Most: 5))).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public async Task A_tier_that_never_ends_and_never_begins_is_refused()
    {
        var night = await NightAsync(early: 2);

        (await SaveAsync(night, new PriceTierInput(null, "Always", "10"))).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("tier-0-until");
    }

    private static async Task<string> TitleOfNextAsync(MadeEvent night) =>
        (await (await AnOrder.For(night).With(1, "Standing").StartedAsync()).ViewAsync()).Quote.Lines.ShouldHaveSingleItem().Title;

    private async Task<string> AtDeskAsync(MadeEvent night) => (await database.Get<ShowDesk>().RunAsync(
        night.By.Access, (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!, Cancel)).ShouldHaveSingleItem().Price.ToString();

    private async Task<string> RefundAsync(MadeOrder order, int position) => (await database.Get<RefundOrder>().RunAsync(
        order.Of.By.Access, order.Id, new RefundInput([position], RefundWhat.TicketsOnly, RefundReason.Other, "", Guid.NewGuid()), Cancel)).Value.Total.ToString();

    private Task<Outcome<TicketTypeId>> SaveAsync(MadeEvent night, PriceTierInput tier) => database.Get<SaveTicketType>().RunAsync(
        night.By.Access, night.Id, night.Types["Standing"], new TicketTypeInput("Standing", "", "20") { Tiers = [tier] }, [night.Pools["Room"]], Cancel);

    private Task<MadeEvent> NightAsync(int early, int? mostPerPerson = null) => NightAsync(new PriceTierInput(null, "Early bird", "10", Most: early), mostPerPerson);

    private async Task<MadeEvent> NightAsync(PriceTierInput tier, int? mostPerPerson = null) => await AnEvent.By(await AnOrganization.InAsync(database.Services))
        .WithPool("Room", 100).With(new TicketTypeInput("Standing", "", "20", MostPerPerson: mostPerPerson) { Tiers = [tier] }, "Room").PublishedAsync();
}
