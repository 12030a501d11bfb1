using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>Refunds that somebody makes at Stripe's dashboard, where Stripe's own client stands for them.</summary>
public sealed class StripeAdoptedRefundTests : IAsyncLifetime, IClassFixture<EmulatedStripe>
{
    private const string Booked = "select string_agg(concat_ws(' ', kind, buyer, in_transit, organization, platform), ', ' order by kind, id) from settlements.entries where kind <> 'Sale' and order_id = $1";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database;
    private readonly EmulatedStripe _stripe;
    private ServiceProvider _services = null!;
    private MadeEvent _night = null!;

    public StripeAdoptedRefundTests(TestPostgres postgres, EmulatedStripe stripe) => (_database, _stripe) = (new TestDatabase(postgres), stripe);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _services = _database.Build(_stripe.Use);
        _night = await AnEvent.By(await AnOrganization.InAsync(_services)).WithPool("Room", 20).With("Standing", 25m, "Room").PublishedAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_was_refunded_there_is_a_refund_of_payment_and_order_and_the_tickets_stay_good()
    {
        var order = await PaidAsync();

        var made = await RefundAsync(27_00);
        await HearAsync([.. _stripe.News()]);

        (await order.StateAsync()).ShouldBe(OrderState.PartlyRefunded);
        (await order.TicketsAsync()).ShouldAllBe(t => t.Ticket.State == TicketState.Valid);
        var shown = await ShownAsync(order);
        shown.Payments.ShouldHaveSingleItem().Refunded.Minor.ShouldBe(27_00);
        shown.BackAhead.Minor.ShouldBe(27_00);
        var row = shown.Refunds.ShouldHaveSingleItem();
        (row.AtGateway, row.Amount.Minor, row.Fee.Minor, row.Tickets, row.Money, row.By, row.MayRepeat).ShouldBe((true, 27_00, 2_00, 0, RefundState.Sent, null, null));
        (await _database.AskAsync("select reference from payments.refunds")).ShouldBe(made);
        (await BookedAsync(order)).ShouldBe("Refund 0 2700 -2500 -200, RefundSent 2700 -2700 0 0");
        var (figures, _, ahead, _) = await FiguresAsync();
        (figures.Count, figures.Amount.Minor, figures.Tickets).ShouldBe((1, 27_00, 0));
        figures.ByReason.ShouldHaveSingleItem().Reason.ShouldBe(RefundReason.AtGateway);
        figures.ByPerson.ShouldHaveSingleItem().Person.ShouldBe("At the payment company");
        ahead.ShouldHaveSingleItem().ShouldBe((order.Id, shown.Number, Pounds(27_00)));
        (await _services.GetRequiredService<ShowSales>().RunAsync(_night.By.Access, await EventAsync(), Cancel))!.Gross.Minor.ShouldBe(27_00);
        (await _services.GetRequiredService<ShowStatement>().RunAsync(_night.By.Access, null, Cancel))!.Of(EntryKind.Refund).Moved.FromBuyers.ShouldBe(-27_00);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task Twice_late_and_out_of_order_it_is_one_refund()
    {
        var order = await PaidAsync();
        var made = await RefundAsync(27_00);
        List<JsonObject> news = [.. _stripe.News(), _stripe.Find(made).Event("refund.updated", "evt_updated"), _stripe.Find(made).Event("refund.created", "evt_late")];

        await HearAsync([.. Enumerable.Reverse(news), .. news]);
        _database.Clock.Advance(TimeSpan.FromDays(3));
        await HearAsync(_stripe.Find(made).Event("refund.updated", "evt_later"));

        (await BookedAsync(order)).ShouldBe("Refund 0 2700 -2500 -200, RefundSent 2700 -2700 0 0");
        (await _database.CountAsync("select refunded from payments.payments")).ShouldBe(27_00);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task Two_refunds_adopted_by_many_at_once_are_two()
    {
        var order = await PaidAsync();
        await RefundAsync(27_00);
        await RefundAsync(20_00);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => FollowAsync(_services, order))));

        (await _database.AskAsync("select string_agg(amount::text, ' ' order by amount) from payments.refunds")).ShouldBe("2000 2700");
        (await _database.CountAsync("select refunded from payments.payments")).ShouldBe(47_00);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task Without_the_guards_one_refund_is_adopted_twice()
    {
        var order = await PaidAsync();
        await RefundAsync(27_00);
        await _database.AskAsync("drop index payments.\"IX_refunds_reference\"");
        using var bothHaveLooked = new Barrier(2);
        var unguarded = _database.Build(s =>
        {
            _stripe.Use(s);
            s.AddSingleton<IInterceptor>(new WithoutGuards("payments.refunds", bothHaveLooked));
        });

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => FollowAsync(unguarded, order))));

        (await _database.CountAsync("select count(*) from payments.refunds")).ShouldBe(2);
    }

    [Fact]
    public async Task A_refund_of_ours_whose_webhook_comes_before_our_answer_is_not_adopted()
    {
        var order = await PaidAsync();
        await RefundHereAsync(order, [1]);
        var refund = RefundId.From((Guid)(await _database.AskAsync("select id from payments.refunds"))!);
        await _services.GetRequiredService<IPaymentGateway>().RefundAsync(await PaymentAsync(order), refund, Pounds(27_00), returnsFee: true, Cancel);

        await FollowAsync(_services, order);
        await HearAsync([.. _stripe.News()]);

        (await BookedAsync(order)).ShouldBe("Refund 0 2700 -2500 -200, RefundSent 2700 -2700 0 0");
        (await ShownAsync(order)).Refunds.ShouldHaveSingleItem().AtGateway.ShouldBeFalse();
        (await _database.CountAsync("select count(*) from payments.refunds where reference is not null")).ShouldBe(0);
    }

    [Fact]
    public async Task Tickets_that_are_taken_back_afterwards_count_what_went_back_there()
    {
        var order = await PaidAsync();
        await RefundAsync(30_00);
        await HearAsync([.. _stripe.News()]);

        var previewed = (await PreviewAsync(order, [1])).Value;
        (previewed.Price.Minor, previewed.Fee.Minor, previewed.Before.Minor, previewed.Total.Minor).ShouldBe((25_00, 2_00, 27_00, 0));
        (await RefundHereAsync(order, [1])).Total.Minor.ShouldBe(0);
        (await ShownAsync(order)).BackAhead.Minor.ShouldBe(3_00);
        (await RefundEventAsync()).Sum.Total.Minor.ShouldBe(24_00, "of what is left of the event");
        (await RefundHereAsync(order, [2])).Total.Minor.ShouldBe(24_00);
        await _database.TellFactsAsync(_services);

        (await order.StateAsync()).ShouldBe(OrderState.Refunded);
        Charge().Number("amount_refunded").ShouldBe(54_00);
        (await _database.AskAsync("select concat_ws(' ', sum(buyer), sum(in_transit), sum(organization), sum(platform), sum(tax)) from settlements.entries")).ShouldBe("0 0 0 0 0", "as if all of it had gone back in tickets");
        (await PreviewAsync(order, null)).Refusal.ShouldBeOfType<NothingToRefund>();
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task All_of_it_refunded_there_leaves_tickets_to_take_back_and_no_money()
    {
        var order = await PaidAsync();
        await RefundAsync(null);
        await HearAsync([.. _stripe.News()]);

        (await ShownAsync(order)).BackAhead.Minor.ShouldBe(54_00);
        (await RefundEventAsync()).Sum.Total.Minor.ShouldBe(0);
        (await RefundHereAsync(order, null)).Total.Minor.ShouldBe(0);
        await _database.TellFactsAsync(_services);

        (await order.TicketsAsync()).ShouldAllBe(t => t.Ticket.State == TicketState.Refunded);
        (await _database.CountAsync("select count(*) from payments.refunds")).ShouldBe(1);
        (await FiguresAsync()).BackAhead.ShouldBeEmpty();
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task A_charge_from_before_there_were_intents_is_found()
    {
        var order = await PaidAsync();
        var charge = Charge().Text("id");
        await _database.AskAsync("update payments.payments set reference = $1", charge);

        var made = _stripe.Find(await _stripe.RefundAsync(charge, 10_00));
        await HearAsync(made.With("payment_intent", null).Event("refund.created", "evt_legacy"));

        (await BookedAsync(order)).ShouldBe("Refund 0 1000 -926 -74, RefundSent 1000 -1000 0 0");
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task A_refund_of_a_payment_that_is_not_ours_leaves_no_row()
    {
        await PaidAsync();
        await RefundAsync(27_00);
        await _database.AskAsync("update payments.payments set id = gen_random_uuid(), reference = 'pi_other'");

        await HearAsync([.. _stripe.News().Where(e => e.Text("type") is "refund.created" or "charge.refunded")]);

        (await _database.CountAsync("select count(*) from payments.refunds")).ShouldBe(0);
        (await _database.CountAsync("select count(*) from payments.inbox where body like '%pi_%'")).ShouldBe(2);
        (await _database.CountAsync("select count(*) from platform.outbox where fact = 'RefundedAtGateway'")).ShouldBe(0);
    }

    [Theory]
    [InlineData(true, "The bank did not take the refund back: lost_or_stolen_card.")]
    [InlineData(false, "The refund was cancelled at Stripe.")]
    public async Task What_comes_to_nothing_there_is_undone_and_nobody_is_owed_it(bool failed, string failure)
    {
        var order = await PaidAsync(StripeCards.RefundFails);
        var made = await RefundAsync(27_00);
        await HearAsync([.. _stripe.News()]);

        if (failed)
            _stripe.FailRefund(made);
        else
            (await _stripe.CancelRefundAsync(made)).ShouldBe(made);
        await HearAsync([.. _stripe.News(), _stripe.Find(made).Event("refund.updated", "evt_again")]);

        var shown = await ShownAsync(order);
        var row = shown.Refunds.ShouldHaveSingleItem();
        (row.Amount.Minor, row.Money, row.Failure, row.MayRepeat).ShouldBe((27_00, RefundState.Failed, failure, null));
        (shown.BackAhead.Minor, shown.Payments[0].Refunded.Minor).ShouldBe((0, 0));
        (await BookedAsync(order)).ShouldBe("Refund 0 2700 -2500 -200, RefundReturned -2700 2700 0 0, RefundSent 2700 -2700 0 0, RefundUndone 0 -2700 2500 200");
        (await FiguresAsync()).Failed.ShouldBeEmpty();
        (await RefundHereAsync(order, null)).Total.Minor.ShouldBe(54_00);
        await NothingDiffersAsync();
    }

    [Theory]
    [InlineData("update orders.refunded_parts set amount = amount + 3000 where part = 'Price'", "gave back 3000 (minor units) of its total of 5400, but its refunded parts come to 5700.")]
    [InlineData("update orders.orders set state = 'Paid'", "is Paid and counts 1 of its 2 tickets and add-ons as refunded, but 1 were.")]
    [InlineData("update settlements.entries set in_transit = 0, organization = 0, platform = 0 where kind = 'RefundUndone'", "is of 0 GBP (minor units), but the book says 1000.")]
    [InlineData("update payments.refunds set amount = 2900 where state = 'Sent'; update payments.payments set refunded = 2900", "but 2900 GBP of payment")]
    public async Task What_is_broken_about_it_is_named(string breakage, string sentence)
    {
        var order = await PaidAsync(StripeCards.RefundFails);
        var undone = await RefundAsync(10_00);
        await HearAsync([.. _stripe.News()]);
        _stripe.FailRefund(undone);
        await RefundAsync(30_00);
        await HearAsync([.. _stripe.News()]);
        await RefundHereAsync(order, [1]);
        await NothingDiffersAsync();

        await _database.AskAsync(breakage);

        (await DifferencesAsync()).ShouldHaveSingleItem().ShouldContain(sentence);
    }

    [Fact]
    public async Task What_comes_to_nothing_in_another_month_is_taken_off_that_months_figures_as_it_is_in_the_book()
    {
        await PaidAsync(StripeCards.RefundFails);
        var made = await RefundAsync(30_00);
        await HearAsync([.. _stripe.News()]);
        _database.Clock.Advance(TimeSpan.FromDays(31));

        _stripe.FailRefund(made);
        await HearAsync([.. _stripe.News()]);

        var report = _services.GetRequiredService<ReportRefunds>();
        foreach (var (month, count, amount) in new[] { (3, 1, 30_00L), (4, 0, -30_00L) })
        {
            var figures = (await report.RunAsync(_night.By.Access, RefundPeriod.MonthOf(new DateOnly(2027, month, 1)), Cancel))!.ShouldHaveSingleItem();
            (figures.Count, figures.Amount.Minor).ShouldBe((count, amount));
            (await _database.CountAsync($"select sum(in_transit) from settlements.entries where kind in ('Refund', 'RefundUndone') and date_part('month', booked_at) = {month}")).ShouldBe(amount);
            (await report.ListAsync(_night.By.Access, RefundPeriod.MonthOf(new DateOnly(2027, month, 1)), Cancel))!.Sum(r => r.Amount.Minor).ShouldBe(amount);
        }

        (await FiguresAsync()).Figures.Amount.Minor.ShouldBe(0);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task What_comes_to_nothing_after_tickets_went_back_for_it_is_sent_by_us()
    {
        var order = await PaidAsync(StripeCards.RefundFails);
        var made = await RefundAsync(30_00);
        await HearAsync([.. _stripe.News()]);
        await RefundHereAsync(order, [1]);

        _stripe.FailRefund(made);
        await HearAsync([.. _stripe.News()]);

        (await _database.AskAsync("select concat_ws(' ', amount, state, tried_before is not null) from payments.refunds where reference is null")).ShouldBe("2700 Sent t");
        Charge().Number("amount_refunded").ShouldBe(27_00);
        (await ShownAsync(order)).BackAhead.Minor.ShouldBe(0);
        (await _database.AskAsync("select concat_ws(' ', sum(buyer), sum(in_transit), sum(organization), sum(platform)) from settlements.entries")).ShouldBe("-2700 0 2500 200");
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task Whoever_refunds_there_what_failed_here_pays_what_is_owed_already()
    {
        var order = await FailedAsync([1]);
        var failed = (await ShownAsync(order)).Refunds.ShouldHaveSingleItem().MayRepeat!.Value;

        var made = await RefundAsync(27_00);
        await HearAsync([.. _stripe.News()]);

        var row = (await ShownAsync(order)).Refunds.ShouldHaveSingleItem();
        (row.AtGateway, row.Money, row.MayRepeat).ShouldBe((false, RefundState.Sent, null));
        (await _services.GetRequiredService<RepeatRefund>().RunAsync(_night.By.Access, order.Id, failed, Cancel)).Refusal.ShouldBeOfType<NoRefundToRepeat>();
        (await BookedAsync(order)).ShouldBe("Refund 0 2700 -2500 -200, RefundReturned -2700 2700 0 0, RefundSent 2700 -2700 0 0, RefundSent 2700 -2700 0 0");
        await NothingDiffersAsync();

        _stripe.FailRefund(made);
        await HearAsync([.. _stripe.News()]);
        (await ShownAsync(order)).Refunds.ShouldHaveSingleItem().MayRepeat.ShouldNotBeNull("the ticket is taken back, and its money is owed still");
    }

    [Fact]
    public async Task More_than_is_left_waits_until_ours_has_been_refused()
    {
        var order = await PaidAsync();
        await RefundHereAsync(order, null);
        await RefundAsync(null);

        await Should.ThrowAsync<InvalidOperationException>(() => FollowAsync(_services, order));
        (await _database.CountAsync("select count(*) from payments.refunds")).ShouldBe(1);
        await HearAsync([.. _stripe.News()]);
        _database.Clock.Advance(TimeSpan.FromHours(1));
        await _database.TellFactsAsync(_services);

        (await _database.AskAsync("select string_agg(concat_ws(' ', state, reference is not null), ', ' order by id) from payments.refunds")).ShouldBe("Failed f, Sent t");
        (await ShownAsync(order)).Refunds.ShouldHaveSingleItem().Money.ShouldBe(RefundState.Sent);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task More_than_is_owed_pays_that_first()
    {
        var order = await FailedAsync([1]);

        await RefundAsync(null);
        await HearAsync([.. _stripe.News()]);

        var shown = await ShownAsync(order);
        shown.Refunds.Select(r => (r.AtGateway, r.Amount.Minor, r.Money, r.MayRepeat)).ShouldBe([(false, 27_00, RefundState.Sent, null), (true, 27_00, RefundState.Sent, null)]);
        shown.BackAhead.Minor.ShouldBe(27_00);
        (await _database.AskAsync("select concat_ws(' ', sum(buyer), sum(in_transit), sum(organization), sum(platform)) from settlements.entries")).ShouldBe("0 0 0 0");
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task Less_than_is_owed_is_left_to_people_where_not_enough_is_left_for_both()
    {
        var order = await FailedAsync(null);

        await RefundAsync(30_00);

        (await Should.ThrowAsync<InvalidOperationException>(() => FollowAsync(_services, order))).Message.ShouldStartWith("£30.00 of order");
        (await _database.CountAsync("select refunded from payments.payments")).ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_payment_that_nobody_had_told_us_of_the_order_is_paid_first()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").StartedAsync();
        await order.PayAsync(_stripe.Token(StripeCards.SucceedsLate));
        _stripe.News();
        _stripe.Decide(_stripe.LatestIntent(), approved: true);
        await RefundAsync(27_00);

        await HearAsync([.. _stripe.News().Where(e => e.Text("type").Contains("refund", StringComparison.Ordinal))]);

        (await order.StateAsync()).ShouldBe(OrderState.PartlyRefunded);
        (await order.TicketsAsync()).Count.ShouldBe(2);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task Of_a_payment_that_came_too_late_it_is_what_was_owed()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").StartedAsync();
        await order.PayAsync(_stripe.Token(StripeCards.SucceedsLate));
        await _database.AskAsync("update orders.orders set state = 'Expired'; update inventory.reservations set state = 'Released'; update inventory.pools set capacity = 1, claimed = 1");
        _stripe.Decide(_stripe.LatestIntent(), approved: true);
        await RefundAsync(null);

        await HearAsync([.. _stripe.News()]);
        _database.Clock.Advance(TimeSpan.FromHours(1));
        await _database.TellFactsAsync(_services);

        (await _database.AskAsync("select string_agg(concat_ws(' ', state, reference is not null), ', ' order by id) from payments.refunds")).ShouldBe("Failed f, Sent t");
        (await BookedAsync(order)).ShouldBe("RefundSent 5400 -5400 0 0, Surplus -5400 5400 0 0");
    }

    [Fact]
    public async Task There_is_a_credit_note_for_it()
    {
        (await _services.GetRequiredService<SaveLegalDetails>().RunAsync(_night.By.Access, "Lantern Hall Ltd", "1 Quay Street\nBristol", "GB123456789", Cancel)).Refusal.ShouldBeNull();
        var order = await PaidAsync();
        await RefundAsync(27_00);
        await HearAsync([.. _stripe.News()]);

        (await _services.GetRequiredService<IssueDocuments>().CreditNotesAsync(_night.By.Access, order.Id, Cancel)).ShouldNotBeNull();

        (await _database.AskAsync("select string_agg(kind || ' ' || number, ', ' order by kind) from settlements.documents")).ShouldBe("CreditNote 1, Invoice 1");
    }

    private async Task<MadeOrder> PaidAsync(string card = StripeCards.Succeeds)
    {
        var order = await AnOrder.For(_night).With(2, "Standing").StartedAsync();
        (await order.PayAsync(_stripe.Token(card))).Value.State.ShouldBe(OrderState.Paid);
        await _database.TellFactsAsync(_services);
        _stripe.News();
        return order;
    }

    /// <summary>An order with a refund of ours that the bank has sent back.</summary>
    private async Task<MadeOrder> FailedAsync(IReadOnlyCollection<int>? positions)
    {
        var order = await PaidAsync(StripeCards.RefundFails);
        await RefundHereAsync(order, positions);
        await _database.TellFactsAsync(_services);
        _stripe.FailRefund(_stripe.Events("refund.created")[^1]["data"]!["object"]!.AsObject().Text("id"));
        await HearAsync([.. _stripe.News()]);
        return order;
    }

    private async Task<string> RefundAsync(long? amount)
    {
        var made = await _stripe.RefundAsync(_stripe.LatestIntent(), amount);
        made.ShouldStartWith("re_");
        return made;
    }

    private JsonObject Charge() => _stripe.Find(_stripe.Find(_stripe.LatestIntent()).Text("latest_charge"));

    private async Task HearAsync(params JsonObject[] news)
    {
        foreach (var one in news)
            await _stripe.BringAsync(_services, one.ToJsonString());

        await _database.TellFactsAsync(_services);
    }

    private static async Task FollowAsync(IServiceProvider services, MadeOrder order) =>
        await services.GetServices<IHandle<RefundedAtGateway>>().Single().HandleAsync(new RefundedAtGateway(order.Id.Value, (await PaymentAsync(order)).Value), Cancel);

    private static async Task<PaymentId> PaymentAsync(MadeOrder order) => (await order.ViewAsync()).Payment!.Id;

    private async Task<OrderDetails> ShownAsync(MadeOrder order) => (await _services.GetRequiredService<ShowOrder>().RunAsync(_night.By.Access, order.Id, Cancel))!;

    private async Task<EventRefunds> FiguresAsync() => (await _services.GetRequiredService<ShowRefunds>().RunAsync(_night.By.Access, await EventAsync(), Cancel))!;

    private async Task<EventRefundSum> RefundEventAsync() => (await _services.GetRequiredService<RefundEvent>().PreviewAsync(_night.By.Access, await EventAsync(), RefundWhat.TicketsAndFees, Cancel))!;

    private async Task<EventView> EventAsync() => (await _services.GetRequiredService<IEvents>().FindAsync(_night.Id, Cancel))!;

    private Task<Outcome<RefundSum>> PreviewAsync(MadeOrder order, IReadOnlyCollection<int>? positions) =>
        _services.GetRequiredService<RefundOrder>().PreviewAsync(_night.By.Access, order.Id, positions, RefundWhat.TicketsAndFees, null, Cancel);

    private async Task<RefundSum> RefundHereAsync(MadeOrder order, IReadOnlyCollection<int>? positions) => (await _services.GetRequiredService<RefundOrder>().RunAsync(
        _night.By.Access, order.Id, new RefundInput(positions, RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel)).Value;

    private async Task<string> BookedAsync(MadeOrder order) => (string)(await _database.AskAsync(Booked, order.Id.Value))!;

    private async Task NothingDiffersAsync() => (await DifferencesAsync()).ShouldBeEmpty();

    private async Task<List<string>> DifferencesAsync() => [.. (await _services.GetRequiredService<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences)];

    private static Money Pounds(long pence) => new(pence, Currency.Of("GBP"));
}
