using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>A night with a shirt to buy, parking for the seated only, and a drink with each ticket.</summary>
public sealed class AddOnTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private MadeEvent _night = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).Taxed("20", included: true).WithPool("Room", 20)
            .With("Standing", 25m, "Room").With("Seat", 40m, "Room")
            .WithAddOn("Shirt", 15m, 3)
            .WithAddOn(new TicketTypeInput("Parking", "", "8", 1, 1) { AddOn = new AddOnInput([]) }, null, "Seat")
            .WithAddOn(new TicketTypeInput("Drink", "", "6", 1, 4) { AddOn = new AddOnInput([], IncludedPer.Ticket, 1) }, 5)
            .PublishedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ShouldBeEmpty();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task It_is_bought_with_a_ticket_and_lets_nobody_in()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").With(1, "Shirt").With(1, "Drink").PaidAsync();
        await _database.TellFactsAsync();

        var quote = (await order.ViewAsync()).Quote;
        quote.Lines.Select(l => (l.Title, l.Count, l.Total.Minor, l.Tax.Minor)).ShouldBe(
            [("Standing", 2, 5400, 834), ("Shirt", 1, 1590, 250), ("Drink", 1, 636, 100), ("Drink, included", 2, 0, 0)], "6 % of the price, and nothing flat");
        (quote.Count, quote.Total.Minor).ShouldBe((2, 7626));
        (await order.TicketsAsync()).Count.ShouldBe(2);
        (await LeftAsync()).ShouldBe((2, 2));
        (await _night.LeftAsync("Standing")).ShouldBe(18);
        var sales = (await _database.Get<ShowSales>().RunAsync(_night.By.Access, await EventAsync(), Cancel))!;
        (sales.Tickets, sales.AddOns, sales.Gross.Minor, sales.Net.Minor).ShouldBe((2, 4, 7626, 7100));
        (await _database.Get<ListOrders>().RunAsync(_night.By.Access, _night.Id, null, null, null, Cancel)).Orders.ShouldHaveSingleItem().Tickets.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_ticket_that_it_is_for_it_is_not_sold()
    {
        (await AnOrder.For(_night).With(1, "Shirt").TryAsync()).Refusal!.Sentence.ShouldBe("Shirt is sold with a ticket only. Choose one as well.");
        (await AnOrder.For(_night).With(1, "Standing").With(1, "Parking").TryAsync()).Refusal!.Sentence.ShouldBe("Parking is sold with Seat only. Choose one as well.");
        (await AnOrder.For(_night).With(1, "Seat").With(2, "Parking").TryAsync()).Refusal.ShouldBeOfType<OutsideLimits>();

        (await AnOrder.For(_night).With(1, "Seat").With(1, "Standing").With(1, "Parking").TryAsync()).Refusal.ShouldBeNull();
        (await LeftAsync()).ShouldBe((3, 3), "what was refused took nothing");
    }

    [Fact]
    public async Task What_is_bought_is_there_or_nothing_is_sold_and_what_is_included_comes_as_far_as_it_is_there()
    {
        (await AnOrder.For(_night).With(1, "Standing").With(4, "Shirt").TryAsync()).Refusal.ShouldBe(new NotEnoughLeft(_night.Types["Shirt"], "Shirt", 3));

        var first = await AnOrder.For(_night).With(3, "Standing").StartedAsync();
        var second = (await (await AnOrder.For(_night).With(4, "Standing").StartedAsync()).ViewAsync()).Quote;
        var third = (await (await AnOrder.For(_night).With(1, "Standing").StartedAsync()).ViewAsync()).Quote;

        (await first.ViewAsync()).Quote.RanOut.ShouldBe("");
        (second.Lines.Single(l => l.Kind == LineKind.Included).Count, second.RanOut).ShouldBe((2, "Drink"));
        (third.Lines.ShouldHaveSingleItem().Kind, third.RanOut).ShouldBe((LineKind.Ticket, "Drink"));
        (await LeftAsync()).ShouldBe((3, 0));

        _database.Clock.Advance(TimeSpan.FromMinutes(16));
        await _database.Get<ExpireOrders>().RunAsync(Cancel);
        (await LeftAsync()).ShouldBe((3, 5), "time is up for all of them");
    }

    [Fact]
    public async Task Buyers_who_come_at_once_never_get_more_than_there_are()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AnOrder.For(_night).With(1, "Standing").With(1, "Shirt").TryAsync()));

        outcomes.Count(o => o.Refusal is null).ShouldBe(3);
        outcomes.Where(o => o.Refusal is not null).ShouldAllBe(o => o.Refusal is NotEnoughLeft);
        (await LeftAsync()).ShouldBe((0, 2), "a drink with each of the three that were sold");
        (await _night.LeftAsync("Standing")).ShouldBe(17);
    }

    [Fact]
    public async Task The_database_itself_does_not_oversell_it() =>
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => _database.AskAsync("update inventory.pools set claimed = 4 where name = 'Shirt'"))).ConstraintName.ShouldBe("pools_never_oversold");

    [Fact]
    public async Task A_code_is_for_tickets_unless_it_names_the_add_on()
    {
        await ACode.For(_night).But(c => c with { Kind = DiscountKind.Percent, Amount = "50" }).CreatedAsync();
        await ACode.For(_night).But(c => c with { Code = "MERCH", Kind = DiscountKind.Percent, Amount = "50", Types = [_night.Types["Shirt"]] }).CreatedAsync();

        (await DiscountAsync("EARLY")).ShouldBe([1250, 0, 0]);
        (await DiscountAsync("MERCH")).ShouldBe([0, 750, 0]);
    }

    [Fact]
    public async Task It_goes_back_alone_with_its_fee_and_into_its_stock()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").With(2, "Shirt").PaidAsync();
        var shirts = (await DetailsAsync(order)).AddOns.Single(a => a.Title == "Shirt");

        var back = await RefundAsync(order, [shirts.Left[0]], RefundWhat.TicketsAndFees);
        await using var db = _database.Get<Databases>().Service();
        (await _database.Get<IOrders>().HistoryAsync(db, order.Id, Cancel))!.Refunds.ShouldHaveSingleItem().Items
            .Select(i => (i.Title, i.Count, i.Amount.ToString())).ShouldBe([("Shirt", 1, "£15.00")], "as the credit note says");
        await _database.TellFactsAsync();

        (back.Tickets, back.AddOns, back.Price.Minor, back.Fee.Minor).ShouldBe((0, 1, 1500, 90));
        var now = await DetailsAsync(order);
        (now.State, now.AddOns.Single(a => a.Title == "Shirt").Left.Count, now.Tickets.Count(t => t.Refunded)).ShouldBe((OrderState.PartlyRefunded, 1, 0));
        (await LeftAsync()).ShouldBe((2, 3));
        var figures = (await _database.Get<ShowRefunds>().RunAsync(_night.By.Access, await EventAsync(), Cancel))!.Figures;
        (figures.Tickets, figures.AddOns, figures.Amount.Minor, figures.Fee.Minor).ShouldBe((0, 1, 1590, 90));
        (await Book(order)).ShouldBe((8580 - 1590, 580 - 90), "what is left of it, and of the platform's fee");
    }

    [Fact]
    public async Task A_fee_of_the_organizers_own_on_it_is_in_its_price_and_theirs_until_it_goes_back()
    {
        await SetFeesAsync(new OwnFeeInput("Packing", "1", "10", FeeKind.AddOn, From: "10"), new OwnFeeInput(null, "0.20", null, FeeKind.AddOn), new OwnFeeInput("Design", "2", null, FeeKind.AddOn, Absorbed: true, From: "10"));
        var of = await EventAsync();

        // By hand: 15.00, 0.90 of the platform, 1.00 + 10 % for the packing and 0.20 are 18.60; 2.00 of the price are for the design.
        var shown = _database.Get<IPricing>().One(of.AddOns[0], of.AddOns[0].Price, of.Venue.Tax, of.Fees);
        (shown.Total.Minor, shown.Net.Minor).ShouldBe((18_60, 17_70));
        var order = await AnOrder.For(_night).With(2, "Standing").With(2, "Shirt").PaidAsync();
        await _database.TellFactsAsync();

        var quote = (await order.ViewAsync()).Quote;
        quote.Lines.Select(l => (l.Title, l.Total.Minor)).ShouldBe([("Standing", 54_00), ("Shirt", 2 * 18_60), ("Drink, included", 0)]);
        quote.NamedFees.Select(f => (f.Name, f.Amount.Minor)).ShouldBe([("Fees", 4_00 + 1_80 + 40), ("Packing", 5_00)]);
        (await StatementAsync()).ShouldBe((80_00 + 5_40, 9_40));

        var shirts = (await DetailsAsync(order)).AddOns.Single(a => a.Title == "Shirt").Left;
        (await RefundAsync(order, [shirts[0]], RefundWhat.FeesOnly)).Fee.Minor.ShouldBe(3_60);
        (await RefundAsync(order, [shirts[0]], RefundWhat.TicketsOnly)).Total.Minor.ShouldBe(15_00);
        (await RefundAsync(order, [shirts[1]], RefundWhat.TicketsAndFees)).Total.Minor.ShouldBe(18_60);
        await _database.TellFactsAsync();

        (await Book(order)).ShouldBe((54_00, 4_00), "the tickets' alone");
        (await StatementAsync()).ShouldBe((50_00, 0), "what was within a price went back with it");
    }

    [Fact]
    public async Task The_desk_takes_the_organizers_own_fee_on_it_and_what_a_choice_comes_to_has_it_in()
    {
        await SetFeesAsync(new OwnFeeInput("Packing", "1", null, FeeKind.AddOn));
        var of = await EventAsync();

        (await _database.Get<ShowDesk>().RunAsync(_night.By.Access, of, Cancel)).Select(r => (r.Name, r.Price.Minor)).Take(3).ShouldBe([("Standing", 2500), ("Seat", 4000), ("Shirt", 1600)]);
        var sold = await ADeskSale.Of(_night).With(1, "Standing").With(2, "Shirt").SoldAsync();
        (await QuoteAsync(sold.Id)).Total.Minor.ShouldBe(25_00 + (2 * 16_00));
        foreach (var (atDesk, total) in new[] { (true, 57_00), (false, 27_00 + (2 * 16_90)) })
        {
            (await _database.Get<ReckonOrder>().RunAsync(of, [new(_night.Types["Standing"], 1), new(_night.Types["Shirt"], 2)], new Dictionary<TicketTypeId, string>(), atDesk, Cancel))
                .Value.Total.Minor.ShouldBe(total);
        }
    }

    [Fact]
    public async Task With_the_whole_order_and_with_the_whole_event_everything_goes_back()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").With(1, "Shirt").PaidAsync();
        var shown = (await _database.Get<RefundEvent>().PreviewAsync(_night.By.Access, await EventAsync(), RefundWhat.TicketsAndFees, Cancel))!;

        var back = await RefundAsync(order, null, RefundWhat.TicketsAndFees);
        await _database.TellFactsAsync();

        shown.Sum.ShouldBe(back, "the dry run says the same");
        (back.Tickets, back.AddOns, back.Total).ShouldBe((2, 3, (await order.ViewAsync()).Quote.Total));
        (await order.StateAsync()).ShouldBe(OrderState.Refunded);
        (await LeftAsync()).ShouldBe((3, 5));
        (await Book(order)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task The_desk_sells_it_without_the_platforms_fee_and_what_is_given_away_comes_with_what_is_included()
    {
        (await _database.Get<ShowDesk>().RunAsync(_night.By.Access, await EventAsync(), Cancel)).Select(r => (r.Name, r.Price.Minor, r.Left))
            .ShouldBe([("Standing", 2500, 20), ("Seat", 4000, 20), ("Shirt", 1500, 3), ("Parking", 800, null), ("Drink", 600, 5)], "of parking there is any number");
        var sold = await ADeskSale.Of(_night).With(1, "Standing").With(1, "Shirt").SoldAsync();
        var given = await ADeskSale.Of(_night).With(1, "Standing").Comp("Press").SoldAsync();

        (await QuoteAsync(sold.Id)).Lines.Select(l => (l.Title, l.Count, l.Total.Minor)).ShouldBe([("Standing", 1, 2500), ("Shirt", 1, 1500), ("Drink, included", 1, 0)]);
        (await QuoteAsync(given.Id)).Lines.Select(l => (l.Title, l.Count, l.Total.Minor)).ShouldBe([("Standing", 1, 0), ("Drink, included", 1, 0)]);
        await _database.TellFactsAsync();
    }

    [Fact]
    public async Task It_is_named_on_the_order_and_in_what_is_sent_as_long_as_it_has_not_gone_back()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").With(2, "Shirt").PaidAsync();
        _ = await RefundAsync(order, [3], RefundWhat.TicketsAndFees);
        await _database.TellFactsAsync();

        (await _database.Get<IPasses>().OfOrderAsync(order.Id, Cancel))!.Order.AddOns.Select(a => a.ToString()).ShouldBe(["1 × Shirt", "2 × Drink, included"]);
        ((string)(await _database.AskAsync("select string_agg(text, ' ' order by id) from messages.mails"))!).ShouldContain("With it: 2 × Drink, included");
    }

    [Fact]
    public async Task An_event_with_nothing_but_add_ons_has_nothing_to_sell()
    {
        var draft = await AnEvent.By(_night.By).WithAddOn("Shirt", 15m, 3).DraftedAsync();

        (await _database.Get<PublishEvent>().RunAsync(_night.By.Access, draft.Id, Cancel)).Refusal.ShouldBeOfType<NothingToSell>();
    }

    [Fact]
    public async Task Its_stock_and_its_terms_change_and_it_goes_only_while_nobody_has_any()
    {
        await AnOrder.For(_night).With(1, "Standing").With(2, "Shirt").StartedAsync();
        var save = _database.Get<SaveAddOn>();
        var shirt = new TicketTypeInput("Shirt", "", "15") { AddOn = new AddOnInput([]) };

        (await save.RunAsync(_night.By.Access, _night.Id, _night.Types["Shirt"], shirt, 1, Cancel)).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("stock");
        (await save.RunAsync(_night.By.Access, _night.Id, _night.Types["Standing"], shirt, 1, Cancel)).Refusal.ShouldBeOfType<NotFound>("a ticket type stays one");
        (await save.RunAsync(_night.By.Access, _night.Id, _night.Types["Shirt"], shirt, 10, Cancel)).Refusal.ShouldBeNull();
        (await _night.LeftAsync("Shirt")).ShouldBe(8);
        (await save.RemoveAsync(_night.By.Access, _night.Id, _night.Types["Shirt"], Cancel)).Refusal.ShouldBeOfType<AddOnIsTaken>();
        (await save.RemoveAsync(_night.By.Access, _night.Id, _night.Types["Standing"], Cancel)).Refusal.ShouldBeOfType<NotFound>();

        _database.Clock.Advance(TimeSpan.FromMinutes(16));
        await _database.Get<ExpireOrders>().RunAsync(Cancel);
        (await save.RemoveAsync(_night.By.Access, _night.Id, _night.Types["Shirt"], Cancel)).Refusal.ShouldBeNull();
        (await EventAsync()).AddOns.Select(a => a.Name).ShouldBe(["Parking", "Drink"]);
    }

    [Fact]
    public async Task Somebody_elses_add_on_is_not_there()
    {
        var stranger = await AnOrganization.InAsync(_database.Services);
        var input = new TicketTypeInput("Mine", "", "1") { AddOn = new AddOnInput([]) };

        (await _database.Get<SaveAddOn>().RunAsync(stranger.Access, _night.Id, _night.Types["Shirt"], input, 1, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await _database.Get<SaveAddOn>().RunAsync(stranger.Access, _night.Id, null, input, 1, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await _database.Get<SaveAddOn>().RemoveAsync(stranger.Access, _night.Id, _night.Types["Shirt"], Cancel)).Refusal.ShouldBeOfType<NotFound>();
    }

    private async Task<(int Shirts, int Drinks)> LeftAsync() => (await _night.LeftAsync("Shirt"), await _night.LeftAsync("Drink"));

    private async Task<long[]> DiscountAsync(string code)
    {
        var order = await AnOrder.For(_night).With(1, "Standing").With(1, "Shirt").WithCode(code).StartedAsync();
        return [.. (await order.ViewAsync()).Quote.Lines.Select(l => l.Discount.Minor)];
    }

    private async Task<Quote> QuoteAsync(OrderId order) => (await _database.Get<IOrders>().FindAsync(order, Cancel))!.Quote;

    private async Task<EventView> EventAsync() => (await _database.Get<IEvents>().FindAsync(_night.Id, Cancel))!;

    private async Task SetFeesAsync(params OwnFeeInput[] own) => (await _database.Get<SetFees>().RunAsync(_night.By.Access, _night.Id, new FeesInput(false, own), Cancel)).Refusal.ShouldBeNull();

    private async Task<(long Owed, long OwnFees)> StatementAsync() =>
        (await _database.Get<ShowStatement>().RunAsync(_night.By.Access, null, Cancel))! is var view ? (view.Owed.Minor, view.Lines.Sum(l => l.OwnFees)) : default;

    private async Task<OrderDetails> DetailsAsync(MadeOrder order) => (await _database.Get<ShowOrder>().RunAsync(_night.By.Access, order.Id, Cancel))!;

    private async Task<RefundSum> RefundAsync(MadeOrder order, IReadOnlyCollection<int>? positions, RefundWhat what) => (await _database.Get<RefundOrder>().RunAsync(
        _night.By.Access, order.Id, new RefundInput(positions, what, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel)).Value;

    /// <summary>What the book says that the buyer has paid and not got back, and what of it is the platform's.</summary>
    private async Task<(long Paid, long Platform)> Book(MadeOrder order)
    {
        var entries = (await _database.Get<ListEntries>().RunAsync(_night.By.Access, null, null, null, Cancel))!.Entries.Where(e => e.OrderId == order.Id.Value).ToList();
        return (entries.Sum(e => e.Moved.Organization + e.Moved.Platform + e.Moved.Tax), entries.Sum(e => e.Moved.Platform));
    }
}
