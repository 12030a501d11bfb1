using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Features.Tickets;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>What somebody refunds at Stripe's dashboard is taken over, once, and only what is ours.</summary>
public sealed class StripeAdoptedRefundTests(TestPostgres postgres, EmulatedStripe stripe) : RefundsAtStripe(postgres, stripe)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_refunded_there_is_a_refund_of_payment_and_order_and_the_tickets_stay_good()
    {
        var order = await PaidAsync();

        var made = await RefundAsync(27_00);
        await HearAsync([.. Stripe.News()]);

        (await order.StateAsync()).ShouldBe(OrderState.PartlyRefunded);
        (await order.TicketsAsync()).ShouldAllBe(t => t.Ticket.State == TicketState.Valid);
        var shown = await ShownAsync(order);
        shown.Payments.ShouldHaveSingleItem().Refunded.Minor.ShouldBe(27_00);
        shown.BackAhead.Minor.ShouldBe(27_00);
        var row = shown.Refunds.ShouldHaveSingleItem();
        (row.AtGateway, row.Amount.Minor, row.Fee.Minor, row.Tickets, row.Money, row.By, row.MayRepeat).ShouldBe((true, 27_00, 2_00, 0, RefundState.Sent, null, null));
        (await Database.AskAsync("select reference from payments.refunds")).ShouldBe(made);
        (await BookedAsync(order)).ShouldBe("Refund 0 2700 -2500 -200, RefundSent 2700 -2700 0 0");
        var (figures, _, ahead, _) = await FiguresAsync();
        (figures.Count, figures.Amount.Minor, figures.Tickets).ShouldBe((1, 27_00, 0));
        figures.ByReason.ShouldHaveSingleItem().Reason.ShouldBe(RefundReason.AtGateway);
        figures.ByPerson.ShouldHaveSingleItem().Person.ShouldBe("At the payment company");
        ahead.ShouldHaveSingleItem().ShouldBe((order.Id, shown.Number, Pounds(27_00)));
        (await Services.GetRequiredService<ShowSales>().RunAsync(Night.By.Access, await EventAsync(), Cancel))!.Gross.Minor.ShouldBe(27_00);
        (await Services.GetRequiredService<ShowStatement>().RunAsync(Night.By.Access, null, Cancel))!.Of(EntryKind.Refund).Moved.FromBuyers.ShouldBe(-27_00);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task Twice_late_and_out_of_order_it_is_one_refund()
    {
        var order = await PaidAsync();
        var made = await RefundAsync(27_00);
        List<JsonObject> news = [.. Stripe.News(), Stripe.Find(made).Event("refund.updated", "evt_updated"), Stripe.Find(made).Event("refund.created", "evt_late")];

        await HearAsync([.. Enumerable.Reverse(news), .. news]);
        Database.Clock.Advance(TimeSpan.FromDays(3));
        await HearAsync(Stripe.Find(made).Event("refund.updated", "evt_later"));

        (await BookedAsync(order)).ShouldBe("Refund 0 2700 -2500 -200, RefundSent 2700 -2700 0 0");
        (await Database.CountAsync("select refunded from payments.payments")).ShouldBe(27_00);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task Two_refunds_adopted_by_many_at_once_are_two()
    {
        var order = await PaidAsync();
        await RefundAsync(27_00);
        await RefundAsync(20_00);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => FollowAsync(Services, order))));

        (await Database.AskAsync("select string_agg(amount::text, ' ' order by amount) from payments.refunds")).ShouldBe("2000 2700");
        (await Database.CountAsync("select refunded from payments.payments")).ShouldBe(47_00);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task Without_the_guards_one_refund_is_adopted_twice()
    {
        var order = await PaidAsync();
        await RefundAsync(27_00);
        await Database.AskAsync("drop index payments.\"IX_refunds_reference\"");
        using var bothHaveLooked = new Barrier(2);
        var unguarded = Database.Build(s =>
        {
            Stripe.Use(s);
            s.AddSingleton<IInterceptor>(new WithoutGuards("payments.refunds", bothHaveLooked));
        });

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => FollowAsync(unguarded, order))));

        (await Database.CountAsync("select count(*) from payments.refunds")).ShouldBe(2);
    }

    [Fact]
    public async Task A_refund_of_ours_whose_webhook_comes_before_our_answer_is_not_adopted()
    {
        var order = await PaidAsync();
        await RefundHereAsync(order, [1]);
        var refund = RefundId.From((Guid)(await Database.AskAsync("select id from payments.refunds"))!);
        await Services.GetRequiredService<IPaymentGateway>().RefundAsync(await PaymentAsync(order), refund, Pounds(27_00), returnsFee: true, Cancel);

        await FollowAsync(Services, order);
        await HearAsync([.. Stripe.News()]);

        (await BookedAsync(order)).ShouldBe("Refund 0 2700 -2500 -200, RefundSent 2700 -2700 0 0");
        (await ShownAsync(order)).Refunds.ShouldHaveSingleItem().AtGateway.ShouldBeFalse();
        (await Database.CountAsync("select count(*) from payments.refunds where reference is not null")).ShouldBe(0);
    }

    [Fact]
    public async Task A_charge_from_before_there_were_intents_is_found()
    {
        var order = await PaidAsync();
        var charge = Charge().Text("id");
        await Database.AskAsync("update payments.payments set reference = $1", charge);

        var made = Stripe.Find(await Stripe.RefundAsync(charge, 10_00));
        await HearAsync(made.With("payment_intent", null).Event("refund.created", "evt_legacy"));

        (await BookedAsync(order)).ShouldBe("Refund 0 1000 -926 -74, RefundSent 1000 -1000 0 0");
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task A_refund_of_a_payment_that_is_not_ours_leaves_no_row()
    {
        await PaidAsync();
        await RefundAsync(27_00);
        await Database.AskAsync("update payments.payments set id = gen_random_uuid(), reference = 'pi_other'");

        await HearAsync([.. Stripe.News().Where(e => e.Text("type") is "refund.created" or "charge.refunded")]);

        (await Database.CountAsync("select count(*) from payments.refunds")).ShouldBe(0);
        (await Database.CountAsync("select count(*) from payments.inbox where body like '%pi_%'")).ShouldBe(2);
        (await Database.CountAsync("select count(*) from platform.outbox where fact = 'RefundedAtGateway'")).ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_payment_that_nobody_had_told_us_of_the_order_is_paid_first()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Stripe.Token(StripeCards.SucceedsLate));
        Stripe.News();
        Stripe.Decide(Stripe.LatestIntent(), approved: true);
        await RefundAsync(27_00);

        await HearAsync([.. Stripe.News().Where(e => e.Text("type").Contains("refund", StringComparison.Ordinal))]);

        (await order.StateAsync()).ShouldBe(OrderState.PartlyRefunded);
        (await order.TicketsAsync()).Count.ShouldBe(2);
        await NothingDiffersAsync();
    }
}
