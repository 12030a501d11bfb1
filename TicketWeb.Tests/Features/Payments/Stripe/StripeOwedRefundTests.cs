using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>A refund of ours has failed, or money came too late, and somebody refunds at Stripe's dashboard.</summary>
public sealed class StripeOwedRefundTests(TestPostgres postgres, EmulatedStripe stripe) : RefundsAtStripe(postgres, stripe)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_refunds_there_what_failed_here_pays_what_is_owed_already()
    {
        var order = await FailedAsync([1]);
        var failed = (await ShownAsync(order)).Refunds.ShouldHaveSingleItem().MayRepeat!.Value;

        var made = await RefundAsync(27_00);
        await HearAsync([.. Stripe.News()]);

        var row = (await ShownAsync(order)).Refunds.ShouldHaveSingleItem();
        (row.AtGateway, row.Money, row.MayRepeat).ShouldBe((false, RefundState.Sent, null));
        (await Services.GetRequiredService<RepeatRefund>().RunAsync(Night.By.Access, order.Id, failed, Cancel)).Refusal.ShouldBeOfType<NoRefundToRepeat>();
        (await BookedAsync(order)).ShouldBe("Refund 0 2700 -2500 -200, RefundReturned -2700 2700 0 0, RefundSent 2700 -2700 0 0, RefundSent 2700 -2700 0 0");
        await NothingDiffersAsync();

        Stripe.FailRefund(made);
        await HearAsync([.. Stripe.News()]);
        (await ShownAsync(order)).Refunds.ShouldHaveSingleItem().MayRepeat.ShouldNotBeNull("the ticket is taken back, and its money is owed still");
    }

    [Fact]
    public async Task What_the_bank_sent_back_is_known_by_then_whichever_news_comes_first()
    {
        var order = await PaidAsync(StripeCards.RefundFails);
        await RefundHereAsync(order, null);
        await Database.TellFactsAsync(Services);
        Stripe.FailRefund(Stripe.Events("refund.created")[^1]["data"]!["object"]!.AsObject().Text("id"));
        await RefundAsync(30_00);
        var news = Stripe.News();

        await HearAsync([.. news.Reverse()]);

        var row = (await ShownAsync(order)).Refunds.ShouldHaveSingleItem();
        (row.Money, row.Owed.Minor, row.Back.Minor).ShouldBe((RefundState.Failed, 24_00, 30_00));
        (await BookedAsync(order)).ShouldBe("Refund 0 5400 -5000 -400, RefundReturned -5400 5400 0 0, RefundSent 5400 -5400 0 0, RefundSent 3000 -3000 0 0");
        _ = (await Services.GetRequiredService<RepeatRefund>().RunAsync(Night.By.Access, order.Id, row.MayRepeat!.Value, Cancel)).Value;
        await Database.TellFactsAsync(Services);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task More_than_is_left_waits_until_ours_has_been_refused()
    {
        var order = await PaidAsync();
        await RefundHereAsync(order, null);
        await RefundAsync(null);

        await Should.ThrowAsync<InvalidOperationException>(() => FollowAsync(Services, order));
        (await Database.CountAsync("select count(*) from payments.refunds")).ShouldBe(1);
        await HearAsync([.. Stripe.News()]);
        Database.Clock.Advance(TimeSpan.FromHours(1));
        await Database.TellFactsAsync(Services);

        (await Database.AskAsync("select string_agg(concat_ws(' ', state, reference is not null), ', ' order by id) from payments.refunds")).ShouldBe("Failed f, Sent t");
        (await ShownAsync(order)).Refunds.ShouldHaveSingleItem().Money.ShouldBe(RefundState.Sent);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task More_than_is_owed_pays_that_first()
    {
        var order = await FailedAsync([1]);

        await RefundAsync(null);
        await HearAsync([.. Stripe.News()]);

        var shown = await ShownAsync(order);
        shown.Refunds.Select(r => (r.AtGateway, r.Amount.Minor, r.Money, r.MayRepeat)).ShouldBe([(false, 27_00, RefundState.Sent, null), (true, 27_00, RefundState.Sent, null)]);
        shown.BackAhead.Minor.ShouldBe(27_00);
        (await Database.AskAsync("select concat_ws(' ', sum(buyer), sum(in_transit), sum(organization), sum(platform)) from settlements.entries")).ShouldBe("0 0 0 0");
        await NothingDiffersAsync();
    }

    [Theory]
    [InlineData(false, "RefundSent 2400 -2400 0 0")]
    [InlineData(true, "RefundByHand 0 -2400 2400 0")]
    public async Task Less_than_is_owed_is_a_part_of_it_where_not_enough_is_left_for_both_and_the_team_sends_the_rest(bool byHand, string settled)
    {
        var order = await FailedAsync(null);
        await RefundAsync(30_00);
        await HearAsync([.. Stripe.News()]);

        var row = (await ShownAsync(order)).Refunds.ShouldHaveSingleItem();
        (row.Amount.Minor, row.Money, row.Owed.Minor, row.Back.Minor).ShouldBe((54_00, RefundState.Failed, 24_00, 30_00));
        row.Failure.ShouldBe("At the payment company less than all of it was refunded. The rest waits until somebody sends it.");
        (await Database.CountAsync("select refunded from payments.payments")).ShouldBe(30_00);
        var (access, rest) = (Night.By.Access, row.MayRepeat!.Value);
        (byHand ? await Services.GetRequiredService<GiveRefundByHand>().RunAsync(access, order.Id, rest, Cancel) : await Services.GetRequiredService<RepeatRefund>().RunAsync(access, order.Id, rest, Cancel))
            .Refusal.ShouldBeNull();
        await Database.TellFactsAsync(Services);

        var after = (await ShownAsync(order)).Refunds.ShouldHaveSingleItem();
        (after.Money, after.MayRepeat, after.Back.Minor).ShouldBe((RefundState.Sent, null, 54_00));
        (await BookedAsync(order)).ShouldContain(settled);
        (await Database.CountAsync("select sum(in_transit)::bigint from settlements.entries")).ShouldBe(0);
        Charge().Number("amount_refunded").ShouldBe(byHand ? 30_00 : 54_00);
        await NothingDiffersAsync();
    }

    [Theory]
    [InlineData(false, "£54.00", 54_00)]
    [InlineData(true, "£30.00", 30_00)]
    public async Task A_part_that_comes_to_nothing_is_owed_with_the_rest(bool restSent, string owed, long amount)
    {
        var order = await FailedAsync(null);
        var made = await RefundAsync(30_00);
        await HearAsync([.. Stripe.News()]);
        if (restSent)
            _ = (await Services.GetRequiredService<RepeatRefund>().RunAsync(Night.By.Access, order.Id, (await ShownAsync(order)).Refunds[0].MayRepeat!.Value, Cancel)).Value;
        await Database.TellFactsAsync(Services);

        Stripe.FailRefund(made);
        await HearAsync([.. Stripe.News()]);

        var row = (await ShownAsync(order)).Refunds.ShouldHaveSingleItem();
        (row.Money, row.Owed.ToString()).ShouldBe((RefundState.Failed, owed));
        (await Database.CountAsync("select sum(in_transit)::bigint from settlements.entries")).ShouldBe(amount);
        _ = (await Services.GetRequiredService<RepeatRefund>().RunAsync(Night.By.Access, order.Id, row.MayRepeat!.Value, Cancel)).Value;
        await Database.TellFactsAsync(Services);

        Charge().Number("amount_refunded").ShouldBe(54_00);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task Of_a_payment_that_came_too_late_it_is_what_was_owed()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Stripe.Token(StripeCards.SucceedsLate));
        await Database.AskAsync("update orders.orders set state = 'Expired'; update inventory.reservations set state = 'Released'; update inventory.pools set capacity = 1, claimed = 1");
        Stripe.Decide(Stripe.LatestIntent(), approved: true);
        await RefundAsync(null);

        await HearAsync([.. Stripe.News()]);
        Database.Clock.Advance(TimeSpan.FromHours(1));
        await Database.TellFactsAsync(Services);

        (await Database.AskAsync("select string_agg(concat_ws(' ', state, reference is not null), ', ' order by id) from payments.refunds")).ShouldBe("Failed f, Sent t");
        (await BookedAsync(order)).ShouldBe("RefundSent 5400 -5400 0 0, Surplus -5400 5400 0 0");
    }

    /// <summary>An order with a refund of ours that the bank has sent back.</summary>
    private async Task<MadeOrder> FailedAsync(IReadOnlyCollection<int>? positions)
    {
        var order = await PaidAsync(StripeCards.RefundFails);
        await RefundHereAsync(order, positions);
        await Database.TellFactsAsync(Services);
        Stripe.FailRefund(Stripe.Events("refund.created")[^1]["data"]!["object"]!.AsObject().Text("id"));
        await HearAsync([.. Stripe.News()]);
        return order;
    }
}
