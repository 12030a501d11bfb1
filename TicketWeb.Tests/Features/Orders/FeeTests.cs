using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Who pays the fees on an event's tickets, and who gets them.</summary>
public sealed class FeeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "", "", 5000, 4600)]
    [InlineData(false, "1", "2", 5700, 5300)]
    [InlineData(true, "1", "", 5200, 4800)]
    public async Task An_order_is_charged_by_what_its_organizer_decided(bool absorbs, string flat, string percent, long total, long net)
    {
        var night = await NightAsync();
        await database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(absorbs, [new OwnFeeInput(null, flat, percent)]), Cancel);

        var order = await AnOrder.For(night).With(2, "Standing").PaidAsync();

        var view = await order.ViewAsync();
        (view.Quote.Total.Minor, view.Quote.Lines.Sum(l => l.Net.Minor)).ShouldBe((total, net));
        view.Quote.Lines.SelectMany(l => l.Charges).Where(c => c.Receiver == FeeReceiver.Platform).ShouldHaveSingleItem().ShouldBe(
            new QuoteFee(FeeKind.Ticket, FeeReceiver.Platform, new Money(400, view.Quote.Currency), absorbs));
        (await database.CountAsync("select amount from payments.payments where order_id = $1", order.Id.Value)).ShouldBe(total);
        (await database.Get<ShowSales>().RunAsync(night.By.Access, view.Event, Cancel))!.ShouldSatisfyAllConditions(
            sales => sales.Gross.Minor.ShouldBe(total), sales => sales.Net.Minor.ShouldBe(net));
    }

    [Fact]
    public async Task An_order_keeps_the_fees_it_was_started_with()
    {
        var night = await NightAsync();
        var order = await AnOrder.For(night).With(1, "Standing").StartedAsync();

        await database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(true, [new OwnFeeInput("Levy", "5", "10")], "1", "2"), Cancel);

        (await order.ViewAsync()).Quote.Total.Minor.ShouldBe(2700);
    }

    [Fact]
    public async Task Fees_of_every_kind_are_in_the_price_from_the_first_screen_to_the_last_statement()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 100).With("Standing", 25m, "Room").With("Balcony", 40m, "Room").PublishedAsync();
        var fees = new FeesInput(
            false,
            [
                new OwnFeeInput("Venue levy", "1", null),
                new OwnFeeInput("Good seats", null, "5", From: "30", To: "100"),
                new OwnFeeInput("Handling", "2.50", null, Per: FeeKind.Order),
                new OwnFeeInput("Roof fund", "0.50", null, Absorbed: true),
            ],
            "0.25", "1.5");
        (await database.Get<SetFees>().RunAsync(night.By.Access, night.Id, fees, Cancel)).Refusal.ShouldBeNull();
        var of = (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!;

        // By hand: 25.00 + 2.00 of the platform + 1.00 + 2.50 = 30.50, and 1.5 % + 0.25 of 31.22 is 0.72.
        database.Get<IPricing>().One(of.TicketTypes[0], of.TicketTypes[0].Price, of.Venue.Tax, of.Fees).Total.Minor.ShouldBe(31_22);
        // Three tickets: 90.00 + 6.90 + 3.00 + 2.00 + 2.50 = 104.40, and 1.5 % + 0.25 of 106.24 is 1.84.
        var order = await AnOrder.For(night).With(2, "Standing").With(1, "Balcony").PaidAsync();

        var quote = (await order.ViewAsync()).Quote;
        quote.Total.Minor.ShouldBe(106_24);
        quote.NamedFees.Select(f => (f.Name, f.Amount.Minor)).ShouldBe([("Fees", 6_90), ("Good seats", 2_00), ("Venue levy", 3_00), ("Handling", 2_50), ("Payment processing", 1_84)], "in this order, whatever is bought first");
        (await database.CountAsync("select amount from payments.payments where order_id = $1", order.Id.Value)).ShouldBe(106_24);
        (await SalesAsync(night, of)).ShouldBe((106_24, 97_50), "prices, levy, seats and handling are the organizer's");
        (await OwedAsync(night)).ShouldBe(97_50);

        // The fees of one ticket, then another ticket with its own, then all that is left.
        foreach (var (positions, what) in new[] { ((int[]?)[1], RefundWhat.FeesOnly), ([3], RefundWhat.TicketsAndFees), (null, RefundWhat.TicketsAndFees), ([1], RefundWhat.FeesOnly) })
            await database.Get<RefundOrder>().RunAsync(night.By.Access, order.Id, new RefundInput(positions, what, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel);
        await database.TellFactsAsync();

        (await database.CountAsync("select refunded from payments.payments where order_id = $1", order.Id.Value)).ShouldBe(106_24);
        (await SalesAsync(night, of)).ShouldBe((0, 0));
        (await OwedAsync(night)).ShouldBe(0);
        (await database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_platforms_fees_are_on_tickets_on_add_ons_and_on_orders_by_their_prices()
    {
        var services = database.Build(services => services.Configure<PricingOptions>(o =>
        {
            o.Fees.Clear();
            o.Fees.Add(new PlatformFee { Per = FeeKind.Ticket, Flat = 30, To = 29_99 });
            o.Fees.Add(new PlatformFee { Per = FeeKind.Ticket, BasisPoints = 500, From = 30_00 });
            o.Fees.Add(new PlatformFee { Per = FeeKind.AddOn, Flat = 10 });
            o.Fees.Add(new PlatformFee { Per = FeeKind.Order, Flat = 100, BasisPoints = 100 });
        }));
        var night = await AnEvent.By(await AnOrganization.InAsync(services)).WithPool("Room", 100).With("Standing", 25m, "Room").With("Balcony", 40m, "Room").WithAddOn("Programme", 5m, null).PublishedAsync();
        var pricing = services.GetRequiredService<IPricing>();

        var order = await AnOrder.For(night).With(2, "Standing").With(1, "Balcony").With(1, "Programme").PaidAsync();

        // 95.00, 0.60 on the two, 2.00 on the dear one, 0.10 beside them, and 1.00 with 1 % of 95.00 for all of it.
        var quote = (await order.ViewAsync()).Quote;
        (quote.Total.Minor, quote.For(FeeReceiver.Platform).Minor).ShouldBe((99_65, 4_65));
        (await OwedAsync(night)).ShouldBe(95_00);
        pricing.AddsToOrders(EventFees.None).ShouldBeTrue();
        pricing.AddsToOrders(EventFees.None with { Absorbs = true }).ShouldBeFalse("an organizer who takes over the platform's fees takes over all of them");
    }

    [Theory]
    [InlineData("Per", "Processing", "Pricing:Fees:0:Per must be Ticket, AddOn or Order.")]
    [InlineData("BasisPoints", "5001", "Pricing:Fees:0:BasisPoints must be between 0 and 5000")]
    [InlineData("To", "-1", "Pricing:Fees:0:To must not be less than its From.")]
    public void What_is_no_fee_of_the_platform_keeps_the_app_from_starting(string setting, string value, string sentence)
    {
        var services = database.Build(services => services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new($"Pricing:Fees:0:{setting}", value)]).Build()));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<PricingOptions>>().Value).Message.ShouldContain(sentence);
    }

    [Fact]
    public async Task What_a_choice_comes_to_is_reckoned_as_the_order_is()
    {
        var night = await NightAsync();
        await database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(false, [new OwnFeeInput("Handling", "2.50", null, Per: FeeKind.Order)], "0.25", "1.5"), Cancel);
        var of = (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!;

        (await ReckonAsync(of, 3, atDesk: false)).ShouldBe((await (await AnOrder.For(night).With(3, "Standing").StartedAsync()).ViewAsync()).Quote.Total);
        database.Get<IPricing>().AddsToOrders(of.Fees).ShouldBeTrue();
        database.Get<IPricing>().AddsToOrders(EventFees.None).ShouldBeFalse();
    }

    [Fact]
    public async Task The_desk_is_shown_what_it_will_take_with_what_is_charged_once_an_order_in_it_once()
    {
        var night = await NightAsync();
        await database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(false, [new OwnFeeInput("Handling", "2.50", null, Per: FeeKind.Order)]), Cancel);
        var of = (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!;

        var sold = await ADeskSale.Of(night).With(2, "Standing").SoldAsync();

        (await ReckonAsync(of, 2, atDesk: true)).Minor.ShouldBe(52_50);
        (await sold.ViewAsync()).Quote.Total.Minor.ShouldBe(52_50);
    }

    [Fact]
    public async Task An_own_fee_that_a_version_before_wrote_is_charged_as_it_was()
    {
        var night = await NightAsync();
        await database.AskAsync($"update events.events set own_fee = 100, own_fee_basis_points = 200 where id = '{night.Id.Value}'");

        (await (await AnOrder.For(night).With(2, "Standing").StartedAsync()).ViewAsync()).Quote.Total.Minor.ShouldBe(5700);
        // Saved again, it is the first of the list, and once.
        var of = (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!;
        var shown = of.Fees.Own.ShouldHaveSingleItem();
        await database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(false, [new OwnFeeInput(shown.Name, "1", "2")]), Cancel);
        (await (await AnOrder.For(night).With(2, "Standing").StartedAsync()).ViewAsync()).Quote.Total.Minor.ShouldBe(5700);
    }

    [Fact]
    public async Task A_list_of_fees_that_a_version_without_fees_on_add_ons_wrote_is_read_as_it_was_meant()
    {
        var night = await NightAsync();
        await database.AskAsync($$"""
            update events.events set own_fees = '[
              {"Name": "Levy", "Flat": 100, "Share": {"Value": 200}, "PerOrder": false, "Absorbed": true, "From": 5, "To": null},
              {"Name": "Handling", "Flat": 250, "Share": {"Value": 0}, "PerOrder": true, "Absorbed": false, "From": 0, "To": 9000}]' where id = '{{night.Id.Value}}'
            """);

        (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!.Fees.Own.ShouldBe(
            [new OwnFee("Levy", 100, new BasisPoints(200), FeeKind.Ticket, Absorbed: true, From: 5), new OwnFee("Handling", 250, default, FeeKind.Order, To: 9000)]);
    }

    [Fact]
    public async Task What_a_fee_is_charged_on_is_stored_with_it_and_for_versions_that_know_tickets_and_orders_only()
    {
        var night = await NightAsync();
        FeeKind[] kinds = [FeeKind.Ticket, FeeKind.AddOn, FeeKind.Order];

        await database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(false, [.. kinds.Select(per => new OwnFeeInput(null, "1", null, per))]), Cancel);

        (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!.Fees.Own.Select(f => f.Per).ShouldBe(kinds);
        (await database.AskAsync($"select string_agg(fee ->> 'PerOrder', ' ') from events.events, jsonb_array_elements(own_fees) fee where id = '{night.Id.Value}'")).ShouldBe("false false true");
    }

    [Theory]
    [InlineData("-1", "", "", "", "fee-0-flat")]
    [InlineData("1.234", "", "", "", "fee-0-flat")]
    [InlineData("", "51", "", "", "fee-0-percent")]
    [InlineData("", "", "5", "", "fee-0-flat")]
    [InlineData("1", "", "30", "20", "fee-0-to")]
    [InlineData("1", "", "x", "", "fee-0-from")]
    public async Task What_is_no_fee_is_said_beside_its_field(string flat, string percent, string from, string to, string field)
    {
        var night = await NightAsync();

        (await database.Get<SetFees>().RunAsync(night.By.Access, night.Id, new FeesInput(true, [new OwnFeeInput(null, flat, percent, From: from, To: to)]), Cancel))
            .Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe(field);
        (await database.Get<IEvents>().FindAsync(night.Id, Cancel))!.Fees.Absorbs.ShouldBeFalse();
    }

    [Fact]
    public void What_is_no_processing_fee_is_said_beside_its_field_too() =>
        SetFees.Read(Currency.Of("GBP"), new FeesInput(false, [], "1001", "50.01")).Refusal.ShouldBeOfType<InvalidInput>().Errors.Select(e => e.Field).ShouldBe(["processingFlat", "processingPercent"]);

    [Fact]
    public async Task Nobody_sets_the_fees_of_another_organization()
    {
        var (night, other) = (await NightAsync(), await NightAsync());

        (await database.Get<SetFees>().RunAsync(other.By.Access, night.Id, new FeesInput(true, []), Cancel)).Refusal.ShouldBeOfType<NotFound>();
    }

    private async Task<Money> ReckonAsync(EventView of, int count, bool atDesk) => (await database.Get<ReckonOrder>().RunAsync(
        of, [new TicketCount(of.TicketTypes[0].Id, count)], new Dictionary<TicketTypeId, string>(), atDesk, Cancel)).Value.Total;

    private async Task<MadeEvent> NightAsync() => await AnEvent.By(await AnOrganization.InAsync(database.Services))
        .WithPool("Room", 100).With("Standing", 25m, "Room").PublishedAsync();

    private async Task<(long Gross, long Net)> SalesAsync(MadeEvent night, EventView of) =>
        (await database.Get<ShowSales>().RunAsync(night.By.Access, of, Cancel))! is var sales ? (sales.Gross.Minor, sales.Net.Minor) : default;

    private async Task<long> OwedAsync(MadeEvent night) => (await database.Get<ShowStatement>().RunAsync(night.By.Access, null, Cancel))!.Owed.Minor;
}
