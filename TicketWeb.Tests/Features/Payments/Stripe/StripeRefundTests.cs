using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

public sealed class StripeRefundTests : IClassFixture<TestDatabase>, IClassFixture<EmulatedStripe>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database;
    private readonly EmulatedStripe _stripe;
    private readonly ServiceProvider _services;

    public StripeRefundTests(TestDatabase database, EmulatedStripe stripe)
    {
        (_database, _stripe) = (database, stripe);
        _services = database.Build(stripe.Use);
    }

    [Fact]
    public async Task A_part_goes_back_once_however_often_it_is_sent()
    {
        var payment = await PaidAsync(StripeCards.Succeeds);
        var refund = await RequestAsync(payment, 14_00);

        await _database.TellFactsAsync(_services);
        await _services.GetRequiredService<IPaymentGateway>().RefundAsync(payment, refund, Pounds(14_00), returnsFee: true, Cancel);

        (await StateAsync(refund)).ShouldBe("Sent");
        _stripe.Find(Charge()).Number("amount_refunded").ShouldBe(14_00);
    }

    [Fact]
    public async Task More_than_was_paid_is_refused_by_Stripe_and_said()
    {
        var payment = await PaidAsync(StripeCards.Succeeds);

        (await _services.GetRequiredService<IPaymentGateway>().RefundAsync(payment, Id.New<RefundId>(), Pounds(54_01), returnsFee: true, Cancel)).Failure.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_charge_from_before_there_were_intents_is_refunded()
    {
        var payment = await PaidAsync(StripeCards.Succeeds);
        var charge = Charge();
        await _database.AskAsync("update payments.payments set reference = $1 where id = $2", charge, payment.Value);
        var refund = await RequestAsync(payment, 54_00);

        await _database.TellFactsAsync(_services);

        (await StateAsync(refund)).ShouldBe("Sent");
        _stripe.Requests.Single(r => r.Key == refund.Value.ToString())["charge"].ShouldBe(charge);
        _stripe.Find(charge)["refunded"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_paid_through_another_gateway_is_not_asked_of_this_one()
    {
        var payment = await PaidAsync(StripeCards.Succeeds);
        await _database.AskAsync("update payments.payments set provider = 'sandbox' where id = $1", payment.Value);
        var refund = await RequestAsync(payment, 54_00);

        await _database.TellFactsAsync(_services);

        (await StateAsync(refund)).ShouldBe("Failed");
        (await _database.AskAsync("select failure from payments.refunds where id = $1", refund.Value)).ShouldBe("It was paid through the sandbox, which is not set up any more.");
        _stripe.Requests.ShouldAllBe(r => r.Key != refund.Value.ToString());
    }

    [Fact]
    public async Task A_refund_that_the_bank_sends_back_days_later_is_noted()
    {
        var payment = await PaidAsync(StripeCards.RefundFails);
        var refund = await RequestAsync(payment, 54_00);
        await _database.TellFactsAsync(_services);
        (await StateAsync(refund)).ShouldBe("Sent");
        var made = _stripe.Events("refund.created")[^1]["data"]!["object"]!.AsObject().Text("id");

        _stripe.FailRefund(made);
        await ReceiveAsync(_stripe.Events("refund.failed")[^1].ToJsonString());
        await _database.TellFactsAsync(_services);

        (await StateAsync(refund)).ShouldBe("Failed");
        (await _database.AskAsync("select refunded from payments.payments where id = $1", payment.Value)).ShouldBe(0L, "it can be asked for again");
    }

    private Task ReceiveAsync(string payload) => _stripe.BringAsync(_services, payload);

    private async Task<PaymentId> PaidAsync(string card)
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(_services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        await order.PayAsync(_stripe.Token(card));
        return (await order.ViewAsync()).Payment!.Id;
    }

    private async Task<RefundId> RequestAsync(PaymentId payment, long amount)
    {
        await using var db = _services.GetRequiredService<Databases>().Service();
        await _services.GetRequiredService<IPayments>().RequestRefundAsync(db, payment, Pounds(amount), "The band is ill.", Pounds(0), Cancel);
        await db.SaveChangesAsync(Cancel);
        return RefundId.From((Guid)(await _database.AskAsync("select id from payments.refunds where payment_id = $1 order by id desc limit 1", payment.Value))!);
    }

    private async Task<string> StateAsync(RefundId refund) => (string)(await _database.AskAsync("select state from payments.refunds where id = $1", refund.Value))!;

    private string Charge() => _stripe.Find(_stripe.LatestIntent()).Text("latest_charge");

    private static Money Pounds(long pence) => new(pence, Currency.Of("GBP"));
}
