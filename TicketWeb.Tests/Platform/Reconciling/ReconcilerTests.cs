using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;
using static TicketWeb.Tests.Platform.Reconciling.Scenes;

namespace TicketWeb.Tests.Platform.Reconciling;

/// <summary>Each check beside what it is for: the very thing is broken by hand, and that, and nothing else, is named.</summary>
public sealed class ReconcilerTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Nothing_differs_where_only_the_app_was_at_work()
    {
        await Night.InAsync(_database);

        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Pools count what reservations hold", "update inventory.pools set claimed = claimed + 1", "counts 10 claimed, but its reservations hold 9.")]
    [InlineData("Pools count what reservations hold", "update inventory.pools set claimed = 0", "counts 0 claimed, but its reservations hold 9.")]
    [InlineData("Pools count what allocations hold", "update inventory.pools set allocated = 2", "counts 2 allocated, but its allocations hold 0.")]
    [InlineData("No pool is over its capacity",
        "alter table inventory.pools drop constraint pools_never_oversold; update inventory.pools set capacity = 8", "has a capacity of 8, but counts 9 claimed and 0 allocated.")]
    [InlineData("Orders and their reservations are in step", "update inventory.reservations set state = 'Active' where id = (select reservation_id from orders.orders where state = 'Paid' and total = 0)", "is Paid, but its reservation * is Active.")]
    [InlineData("Orders and their reservations are in step", "update orders.orders set state = 'Reserved' where state = 'Expired'", "is Reserved, but its reservation * is Released.")]
    [InlineData("Orders and their reservations are in step", "update orders.orders set state = 'Expired' where state = 'Reserved'", "is Expired, but its reservation * is Active.")]
    [InlineData("Orders and their reservations are in step", "update orders.orders set state = 'Reserved' where state = 'AwaitingPayment'", "is Reserved, but its reservation * is Paying.")]
    [InlineData("Orders and their reservations are in step", "update orders.orders set reservation_id = gen_random_uuid() where state = 'Expired'", "is Expired, but its reservation * is not there.")]
    [InlineData("Reservations hold what orders say",
        "update orders.order_lines l set count = 3 from orders.orders o where o.id = l.order_id and o.state = 'Reserved'; update orders.orders set total = total / 2 * 3 where state = 'Reserved'", "says 3 of ticket type *, but its reservation holds 2.")]
    [InlineData("Totals equal their lines", "update orders.orders set total = total - 1 where state = 'Reserved'", "has a total of 5399 GBP (minor units), but its lines come to 5400.")]
    [InlineData("Totals equal their lines", "delete from orders.order_lines where order_id = (select id from orders.orders where state = 'Expired'); delete from inventory.reservation_items where reservation_id = (select reservation_id from orders.orders where state = 'Expired')", "has a total of 5400 GBP (minor units), but its lines come to 0.")]
    [InlineData("Paid orders are paid for", "update payments.payments set state = 'Cancelled' where id = (select payment_id from orders.orders where state = 'Paid' and total > 0 limit 1)", "is paid with a total of 5400 GBP (minor units), but its payment * is Cancelled, of 5400 GBP.")]
    [InlineData("Paid orders are paid for", "with p as (select payment_id as id from orders.orders where state = 'Paid' and total > 0 limit 1), i as (update sandbox.intents set amount = 100 where id in (select id from p)) update payments.payments set amount = 100 where id in (select id from p)", "but its payment * is Succeeded, of 100 GBP.")]
    [InlineData("Money that was taken has an order or goes back", "with i as (insert into sandbox.intents select (jsonb_populate_record(i, jsonb_build_object('id', '01900000-0000-7000-8000-000000000001'))).* from sandbox.intents i where state = 'Succeeded' limit 1) insert into payments.payments select (jsonb_populate_record(p, jsonb_build_object('id', '01900000-0000-7000-8000-000000000001'))).* from payments.payments p where state = 'Succeeded' limit 1", "Payment 01900000-0000-7000-8000-000000000001 took 5400 GBP (minor units) for order *, which counts another payment, and 0 of it went back or is on its way.")]
    [InlineData("Payments count their refunds", "update payments.payments set refunded = 500 where id = (select id from payments.payments where state = 'Succeeded' limit 1)", "counts 500 GBP (minor units) refunded, but its refunds come to 0.")]
    [InlineData("What succeeded here was taken by the sandbox", "delete from sandbox.intents where id = (select id from payments.payments where state = 'Succeeded' limit 1)", "succeeded with 5400 GBP (minor units), but in the sandbox it is not there.")]
    [InlineData("What succeeded here was taken by the sandbox", "update sandbox.intents set amount = 1 where id = (select id from payments.payments where state = 'Succeeded' limit 1)", "but in the sandbox it is Succeeded, of 1 GBP.")]
    [InlineData("Paid orders have their tickets, and no others do", "delete from tickets.tickets where id = (select id from tickets.tickets order by id limit 1)", "is Paid and should have 2 tickets of type *, but has 1.")]
    [InlineData("Paid orders have their tickets, and no others do", "update tickets.tickets set order_id = (select id from orders.orders where state = 'Reserved'), position = 9 where position = 2 and order_id = (select order_id from tickets.tickets where position = 2 limit 1)", "is Paid and should have 2 tickets of type *, but has 1.", "is Reserved and should have 0 tickets of type *, but has 1.")]
    [InlineData("Paid orders have their tickets, and no others do", "insert into tickets.tickets select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'order_id', '01900000-0000-7000-8000-000000000002', 'number', 'ABCDEFGHK'))).* from tickets.tickets t limit 1", "Order without a number (01900000-0000-7000-8000-000000000002) is not there and should have 0 tickets of type *, but has 1.")]
    [InlineData("All accounts together are zero", "alter table settlements.entries drop constraint entries_sum_to_zero; update settlements.entries set tax = tax + 1 where id = (select id from settlements.entries limit 1)", "come to 1 GBP (minor units) together.")]
    [InlineData("What happened is booked once", "delete from settlements.entries where source_id = (select id from orders.orders where state = 'Paid' and total = 0)", "Sale * of order * is not in the book.")]
    [InlineData("What happened is booked once", "insert into settlements.entries select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'source_id', gen_random_uuid()))).* from settlements.entries e limit 1", "books Sale *, which is not there.")]
    [InlineData("The book says what orders and refunds say", "update settlements.entries set buyer = buyer + 1, organization = organization - 1 where id = (select id from settlements.entries where buyer = -5400 limit 1)", "has a total of 5400 GBP (minor units), but the book says that 5399 was paid for it.")]
    public async Task What_is_broken_is_named(string check, string breakage, params string[] sentences)
    {
        await Night.InAsync(_database);
        await _database.AskAsync(breakage);

        var found = await DifferencesAsync();

        found.Select(f => f.Check).ShouldAllBe(c => c == check);
        found.Count.ShouldBe(sentences.Length, string.Join('\n', found));
        foreach (var sentence in sentences)
            found.ShouldContain(f => Matches(f.Sentence, sentence), $"{sentence} in {string.Join('\n', found)}");
    }

    [Fact]
    public async Task A_paid_order_that_forgot_its_payment_is_named_from_both_sides()
    {
        await Night.InAsync(_database);
        await _database.AskAsync("update orders.orders set payment_id = null where id = (select id from orders.orders where state = 'Paid' and total > 0 limit 1)");

        (await DifferencesAsync()).Select(f => f.Check).ShouldBe(["Paid orders are paid for", "Money that was taken has an order or goes back"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Requested", 5400, 0)]
    [InlineData("Sent", 5400, 0)]
    [InlineData("Failed", 5400, 1)]
    [InlineData("Sent", 5399, 1)]
    public async Task Money_without_an_order_is_fine_only_when_all_of_it_goes_back(string state, int amount, int differences)
    {
        var order = await AnOrder.For(await Night.InAsync(_database)).With(1, "Guests").PaidAsync();
        var payment = Guid.CreateVersion7();
        await _database.AskAsync(
            $"""
            insert into sandbox.intents select (jsonb_populate_record(i, jsonb_build_object('id', '{payment}'))).* from sandbox.intents i where state = 'Succeeded' limit 1;
            insert into payments.payments select (jsonb_populate_record(p, jsonb_build_object('id', '{payment}', 'order_id', '{order.Id.Value}', 'refunded', {(state == "Failed" ? 0 : amount)}))).* from payments.payments p where state = 'Succeeded' limit 1;
            insert into payments.refunds (id, organization_id, payment_id, amount, currency, reason, requested_at, state)
            select gen_random_uuid(), organization_id, id, {amount}, currency, 'Because.', created_at, '{state}' from payments.payments where id = '{payment}'
            """);
        await _database.Get<BookWhatIsMissing>().RunAsync(Cancel);

        var found = await DifferencesAsync();

        found.Count.ShouldBe(differences, string.Join('\n', found));
        found.ShouldAllBe(f => f.Check == "Money that was taken has an order or goes back");
    }

    [Theory]
    [InlineData("Refunds equal their parts, and lines count them", "update orders.order_refunds set fee = fee + 1, price = price - 1; update payments.refunds set returned_fee = returned_fee + 1", "says 2499 and 201 of fees (minor units), but its parts come to 2500 and 200.")]
    [InlineData("Refunds equal their parts, and lines count them", "update orders.order_lines set unit_fee = 50, unit_price = unit_price + 150 where refunded = 1", "gave back fees of 200 (minor units), but its lines have 100.")]
    [InlineData("Refunds equal their parts, and lines count them", "update orders.orders set state = 'Paid' where state = 'PartlyRefunded'", "is Paid and counts 1 of its 2 tickets and add-ons as refunded, but 1 were.")]
    [InlineData("What was refunded goes back", "update orders.order_refunds set money_id = null", "is of 2700 GBP (minor units), but no money was asked back for it.")]
    [InlineData("What was refunded goes back", "update payments.refunds set state = 'Failed'; update payments.payments set refunded = 0", "but the gateway refused to send them, and nobody has tried again.")]
    [InlineData("What was refunded goes back", "update payments.refunds set amount = 2699; update payments.payments set refunded = 2699 where refunded > 0", "but 2699 GBP of payment * went back for it.")]
    [InlineData("Refunded tickets let nobody in, and all others do", "update tickets.tickets set state = 'Valid'", "has 1 refunded of its tickets of type *, but 0 are marked so.")]
    [InlineData("Reservations hold what orders say", "update orders.order_lines set returned = 0", "says 2 of ticket type *, but its reservation holds 1.")]
    [InlineData("The installation gives back what refunds have of its fees", "update payments.refunds set returned_fee = 150", "has 200 GBP (minor units) of the installation's fees, but 150 of them go back.")]
    [InlineData("The book says what orders and refunds say", "update settlements.entries set own_fees = -50 where kind = 'Refund'", "has 0 GBP (minor units) of the organizer's own fees, but the book says 50.")]
    [InlineData("The book says what orders and refunds say", "update settlements.entries set in_transit = in_transit - 1, buyer = buyer + 1 where kind = 'Refund'", "is of 2700 GBP (minor units), but the book says 2699.")]
    public async Task What_is_broken_about_a_refund_is_named(string check, string breakage, string sentence)
    {
        await WithARefund.InAsync(_database);

        await ShouldNameAsync(check, breakage, sentence);
    }

    [Theory]
    [InlineData("What the desk sold was paid at the desk, and nothing else was", "update orders.orders set channel = 'Widget' where channel = 'BoxOffice' and total = 5000; delete from box_office.drawer_entries where tender = 'Cash' and kind = 'Sale'; update box_office.closings set expected = -2500", "was sold by the widget, but payment * came by external.")]
    [InlineData("Drawers hold what the desk sold and gave back", "update box_office.drawer_entries set amount = 100, tender = 'Cheque' where tender = 'Cash' and kind = 'Sale'; update box_office.closings set expected = -2500, cash_at_start = null", "was sold at the desk for 5000 (minor units) by *, but the drawers say 100 by *.")]
    [InlineData("Drawers hold what the desk sold and gave back", "update payments.refunds set handed_back_at = null where handed_back_by is not null", "but the drawers say 2500 by *.")]
    [InlineData("Closed drawers say what their entries come to", "update box_office.closings set expected = 2400", "Closing * says that 2400 (minor units) should have been there in Cash, but its entries come to 2500.")]
    [InlineData("Closed drawers say what their entries come to", "update box_office.counted_tenders set expected = 7400", "Closing * says that 7400 (minor units) should have been there in Voucher, but its entries come to 7500.")]
    [InlineData("Closed drawers say what their entries come to", "delete from box_office.counted_tenders", "Closing * says that nothing (minor units) should have been there in Voucher, but its entries come to 7500.")]
    public async Task What_is_broken_at_the_desk_is_named(string check, string breakage, string sentence)
    {
        await WithADesk.InAsync(_database);

        await ShouldNameAsync(check, breakage, sentence);
    }

    [Theory]
    [InlineData("Pools count what reservations hold", "update inventory.pools set claimed = claimed - 1 where name = 'Drink'", "Pool “Drink” (*) of event * counts 1 claimed, but its reservations hold 2.")]
    [InlineData("Reservations hold what orders say", "update orders.order_lines set returned = 1 where kind = 'Included'", "says 1 of ticket type *, but its reservation holds 2.")]
    [InlineData("Paid orders have their tickets, and no others do", "update orders.order_lines set kind = 'Ticket' where kind = 'Included'", "should have 2 tickets of type *, but has 0.")]
    [InlineData("Refunds equal their parts, and lines count them", "update orders.order_lines set refunded = 0 where name = 'Shirt'", "counts 0 of its 5 tickets and add-ons as refunded, but 1 were.")]
    public async Task What_is_broken_about_an_add_on_is_named(string check, string breakage, string sentence)
    {
        await WithAddOns.InAsync(_database);

        await ShouldNameAsync(check, breakage, sentence);
    }

    [Fact]
    public async Task A_reservation_that_nobody_knows_is_named_once_its_time_is_over()
    {
        await Night.InAsync(_database);
        await _database.AskAsync(
            "insert into inventory.reservations select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'expires_at', $1::timestamptz))).* from inventory.reservations r where state = 'Active'",
            _database.Clock.GetUtcNow().AddMinutes(15).UtcDateTime);
        (await DifferencesAsync()).ShouldBeEmpty();

        _database.Clock.Advance(TimeSpan.FromMinutes(21));
        await _database.Get<ExpireOrders>().RunAsync(Cancel);

        (await DifferencesAsync()).ShouldHaveSingleItem().Sentence.ShouldEndWith("is Active and past its time, but no order knows it.");
    }

    [Theory]
    [InlineData(Cards.AsksTheBuyer)]
    [InlineData(Cards.SucceedsLate)]
    public async Task What_the_sandbox_took_and_nobody_here_knows_is_named_after_some_minutes(string card)
    {
        var order = await AnOrder.For(await Night.InAsync(_database)).With(2, "Standing").StartedAsync();
        await order.PayAsync(card);
        var payment = (await order.ViewAsync()).Payment!.Id;
        if (card == Cards.AsksTheBuyer)
            await _database.Get<ISandboxBank>().AnswerAsync(payment, approved: true, Cancel);
        _database.Clock.Advance(TimeSpan.FromMinutes(4));
        (await DifferencesAsync()).ShouldBeEmpty("the news may be on its way");

        _database.Clock.Advance(TimeSpan.FromMinutes(2));

        (await DifferencesAsync()).ShouldHaveSingleItem().Sentence.ShouldMatch($"The sandbox took 5400 GBP .* for payment {payment.Value}, which is (NeedsAction|Processing) here.");

        await _database.Get<FollowPayment>().RunAsync(order.Id, payment, Cancel);
        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rush_leaves_no_difference_behind_and_shows_none_while_it_lasts()
    {
        await Night.InAsync(_database);
        var night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 40).With("Standing", 25m, "Room").PublishedAsync();
        string[] cards = [Cards.Succeeds, Cards.Declines, Cards.SucceedsLate, Cards.AsksTheBuyer];

        var rush = Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            if ((await AnOrder.For(night).With(1 + (i % 3), "Standing").TryAsync()).IsDone(out var started, out _))
                await new MadeOrder(_database.Services, night, started.Id, started.Secret).PayAsync(cards[i % 4]);
        }));
        var seen = new List<(string, string)>();
        do
            seen.AddRange(await DifferencesAsync());
        while (!rush.IsCompleted);
        await rush;

        seen.ShouldBeEmpty();
        _database.Clock.Advance(TimeSpan.FromMinutes(31));
        await _database.Get<ExpireOrders>().RunAsync(Cancel);
        await _database.TellFactsAsync();
        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_checks_read_one_snapshot()
    {
        await Night.InAsync(_database);
        var found = new List<CheckResult>();
        await foreach (var result in _database.Get<Reconciler>().RunAsync(Cancel))
        {
            if (found.Count == 0)
                await _database.AskAsync("delete from tickets.tickets");
            found.Add(result);
        }

        found.ShouldAllBe(r => r.Differences == 0);
        (await DifferencesAsync()).ShouldNotBeEmpty("the next run sees it");
    }

    [Fact]
    public async Task Where_everything_differs_the_first_are_named_and_the_rest_counted()
    {
        var services = _database.Build(s => s.AddChecks(new Check("Too many", "select 'Number ' || n from generate_series(1, 1000) n")));

        var many = (await services.GetRequiredService<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).Single(r => r.Check == "Too many");

        many.Differences.ShouldBe(1000);
        many.Lines.Count().ShouldBe(201);
        many.Lines.Last().ShouldBe("Too many: 800 more are like these.");
    }

    [Fact]
    public async Task A_name_with_a_line_break_stays_on_its_line()
    {
        await Night.InAsync(_database);
        await _database.AskAsync("update inventory.pools set name = E'Room\\nNo differences.', claimed = 0");

        (await DifferencesAsync()).ShouldHaveSingleItem().Sentence.ShouldStartWith("Pool “Room No differences.”");
    }

    private async Task ShouldNameAsync(string check, string breakage, string sentence)
    {
        await _database.AskAsync(breakage);

        var found = (await DifferencesAsync()).ShouldHaveSingleItem();
        found.Check.ShouldBe(check);
        Matches(found.Sentence, sentence).ShouldBeTrue(found.Sentence);
    }

    private Task<List<(string Check, string Sentence)>> DifferencesAsync() => Scenes.DifferencesAsync(_database);

    /// <summary>A star stands for an id.</summary>
    private static bool Matches(string sentence, string pattern)
    {
        var at = 0;
        foreach (var part in pattern.Split('*'))
        {
            var found = sentence.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }

        return true;
    }
}
