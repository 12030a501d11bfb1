using Shouldly;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>The bank refuses to send money back.</summary>
public sealed class RefusedRefundTests(TestPostgres postgres) : RefundsByTheTeam(postgres)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refund_that_the_bank_refuses_is_shown_and_tried_again_until_it_works()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.RefundFails);
        await RefundAsync(order, [1]);
        await Database.TellFactsAsync();

        var failed = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem();
        (failed.Money, failed.Failure).ShouldBe((RefundState.Failed, "The bank refused the refund."));
        (await MoneyAsync(order)).ShouldBe(0, "nothing has left");
        (await DifferencesAsync()).ShouldHaveSingleItem().ShouldEndWith("but the gateway refused to send them, and nobody has tried again.");

        (await RepeatAsync(order, failed.MayRepeat!.Value)).Refusal.ShouldBeNull();
        (await RepeatAsync(order, failed.MayRepeat!.Value)).Refusal.ShouldBeOfType<NoRefundToRepeat>();
        (await MoneyAsync(order)).ShouldBe(2700);
        await Database.TellFactsAsync();
        var again = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem().MayRepeat!.Value;

        await Database.AskAsync("update sandbox.intents set card = '4242424242424242'");
        (await RepeatAsync(order, again)).Refusal.ShouldBeNull();
        await Database.TellFactsAsync();

        var sent = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem();
        (sent.Money, sent.MayRepeat).ShouldBe((RefundState.Sent, null));
        (await MoneyAsync(order)).ShouldBe(2700);
        (await Database.CountAsync("select count(*) from payments.refunds")).ShouldBe(3);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task What_the_bank_refuses_for_good_is_given_back_by_hand_and_settles_all_books()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.RefundFails);
        await RefundAsync(order, null);
        await Database.TellFactsAsync();
        var failed = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem().MayRepeat!.Value;
        (await ShowAsync(order)).OwesMoney.ShouldBeTrue();
        (await GiveAsync(Night.By.Access with { Role = Role.ReadOnly }, order, failed)).Refusal.ShouldBeOfType<NotFound>();

        (await GiveAsync(Night.By.Access, order, failed)).Refusal.ShouldBeNull();
        (await GiveAsync(Night.By.Access, order, failed)).Refusal.ShouldBeOfType<NoRefundToRepeat>();
        (await RepeatAsync(order, failed)).Refusal.ShouldBeOfType<NoRefundToRepeat>();
        await Database.TellFactsAsync();

        var details = await ShowAsync(order);
        var given = details.Refunds.ShouldHaveSingleItem();
        (given.Money, given.MayRepeat, given.ByHand?.At).ShouldBe((RefundState.Sent, null, Database.Clock.GetUtcNow()));
        details.OwesMoney.ShouldBeFalse();
        (await MoneyAsync(order)).ShouldBe(5400, "none of it can be sent any more");
        var book = (await Database.Get<ShowStatement>().RunAsync(Night.By.Access, null, Cancel))!;
        (book.Total.InTransit, book.Total.Buyer, book.Owed.ToString()).ShouldBe((0, -5400, "£54.00"), "the organizer has it, who gave as much of their own");
        await ShouldBalanceAsync();

        await Database.AskAsync("delete from settlements.entries where kind = 'RefundByHand'");
        (await DifferencesAsync()).ShouldHaveSingleItem().ShouldStartWith("RefundByHand");
        (await Database.Get<BookWhatIsMissing>().RunAsync(Cancel)).ShouldBe(1);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_late_payment_whose_refund_fails_is_not_asked_for_again_by_news_of_it()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.RefundFails);
        await Database.AskAsync(
            """
            insert into payments.payments select (jsonb_populate_record(p, jsonb_build_object('id', '01900000-0000-7000-8000-000000000001'))).* from payments.payments p;
            insert into sandbox.intents select (jsonb_populate_record(i, jsonb_build_object('id', '01900000-0000-7000-8000-000000000001'))).* from sandbox.intents i
            """);
        var surplus = PaymentId.From(Guid.Parse("01900000-0000-7000-8000-000000000001"));

        for (var i = 0; i < 3; i++)
        {
            await Database.Get<FollowPayment>().RunAsync(order.Id, surplus, Cancel);
            await Database.TellFactsAsync();
        }

        (await Database.CountAsync("select count(*) from payments.refunds where state = 'Failed'")).ShouldBe(1);
        var row = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem();
        (row.By, row.Reason, row.MayRepeat is not null).ShouldBe((null, "The order had been paid already.", true));
    }

    private Task<Outcome<Done>> RepeatAsync(MadeOrder order, RefundId failed) => Database.Get<RepeatRefund>().RunAsync(Night.By.Access, order.Id, failed, Cancel);

    private Task<Outcome<Done>> GiveAsync(Access by, MadeOrder order, RefundId failed) => Database.Get<GiveRefundByHand>().RunAsync(by, order.Id, failed, Cancel);
}
