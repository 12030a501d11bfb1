using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>A refund at Stripe's dashboard comes to nothing days later.</summary>
public sealed class StripeUndoneRefundTests(TestPostgres postgres, EmulatedStripe stripe) : RefundsAtStripe(postgres, stripe)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "The bank did not take the refund back: lost_or_stolen_card.")]
    [InlineData(false, "The refund was cancelled at Stripe.")]
    public async Task What_comes_to_nothing_there_is_undone_and_nobody_is_owed_it(bool failed, string failure)
    {
        var order = await PaidAsync(StripeCards.RefundFails);
        var made = await RefundAsync(27_00);
        await HearAsync([.. Stripe.News()]);

        if (failed)
            Stripe.FailRefund(made);
        else
            (await Stripe.CancelRefundAsync(made)).ShouldBe(made);
        await HearAsync([.. Stripe.News(), Stripe.Find(made).Event("refund.updated", "evt_again")]);

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
        await HearAsync([.. Stripe.News()]);
        Stripe.FailRefund(undone);
        await RefundAsync(30_00);
        await HearAsync([.. Stripe.News()]);
        await RefundHereAsync(order, [1]);
        await NothingDiffersAsync();

        await Database.AskAsync(breakage);

        (await DifferencesAsync()).ShouldHaveSingleItem().ShouldContain(sentence);
    }

    [Fact]
    public async Task What_comes_to_nothing_in_another_month_is_taken_off_that_months_figures_as_it_is_in_the_book()
    {
        await PaidAsync(StripeCards.RefundFails);
        var made = await RefundAsync(30_00);
        await HearAsync([.. Stripe.News()]);
        Database.Clock.Advance(TimeSpan.FromDays(31));

        Stripe.FailRefund(made);
        await HearAsync([.. Stripe.News()]);

        var report = Services.GetRequiredService<ReportRefunds>();
        foreach (var (month, count, amount) in new[] { (3, 1, 30_00L), (4, 0, -30_00L) })
        {
            var figures = (await report.RunAsync(Night.By.Access, RefundPeriod.MonthOf(new DateOnly(2027, month, 1)), Cancel))!.ShouldHaveSingleItem();
            (figures.Count, figures.Amount.Minor).ShouldBe((count, amount));
            (await Database.CountAsync($"select sum(in_transit) from settlements.entries where kind in ('Refund', 'RefundUndone') and date_part('month', booked_at) = {month}")).ShouldBe(amount);
            (await report.ListAsync(Night.By.Access, RefundPeriod.MonthOf(new DateOnly(2027, month, 1)), Cancel))!.Sum(r => r.Amount.Minor).ShouldBe(amount);
        }

        (await FiguresAsync()).Figures.Amount.Minor.ShouldBe(0);
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task What_comes_to_nothing_after_tickets_went_back_for_it_is_sent_by_us()
    {
        var order = await PaidAsync(StripeCards.RefundFails);
        var made = await RefundAsync(30_00);
        await HearAsync([.. Stripe.News()]);
        await RefundHereAsync(order, [1]);

        Stripe.FailRefund(made);
        await HearAsync([.. Stripe.News()]);

        (await Database.AskAsync("select concat_ws(' ', amount, state, tried_before is not null) from payments.refunds where reference is null")).ShouldBe("2700 Sent t");
        Charge().Number("amount_refunded").ShouldBe(27_00);
        (await ShownAsync(order)).BackAhead.Minor.ShouldBe(0);
        (await Database.AskAsync("select concat_ws(' ', sum(buyer), sum(in_transit), sum(organization), sum(platform)) from settlements.entries")).ShouldBe("-2700 0 2500 200");
        await NothingDiffersAsync();
    }
}
