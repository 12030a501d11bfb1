using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>Currencies with three decimals, of which Stripe wants the last to be 0.</summary>
public sealed class StripeStepTests(TestDatabase database, EmulatedStripe stripe) : IClassFixture<TestDatabase>, IClassFixture<EmulatedStripe>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sold_in_dinars_Stripe_takes_and_gives_back_ticket_by_ticket()
    {
        var services = database.Build(stripe.Use);
        var night = await AnEvent.By(await AnOrganization.InAsync(services, currency: "KWD")).Taxed("5", included: false).WithPool("Room", 20).With("Standing", 4.13m, "Room").PublishedAsync();
        await ACode.For(night).But(c => c with { Per = DiscountPer.Order, Amount = "7" }).CreatedAsync();
        var order = await AnOrder.For(night).With(3, "Standing").WithCode("EARLY").StartedAsync();

        (await order.PayAsync(stripe.Token(StripeCards.Succeeds))).Value.State.ShouldBe(OrderState.Paid);
        foreach (var (position, what) in new[] { (1, RefundWhat.TicketsOnly), (2, RefundWhat.TicketsAndFees), (1, RefundWhat.FeesOnly) })
            await RefundAsync(services, order, [position], what);
        (await stripe.RefundAsync(stripe.LatestIntent(), 250)).ShouldStartWith("re_");
        await HearAsync(services);
        await RefundAsync(services, order, null, RefundWhat.TicketsAndFees);

        stripe.Find(stripe.Find(stripe.LatestIntent()).Text("latest_charge"))["refunded"]!.GetValue<bool>().ShouldBeTrue();
        (await database.CountAsync("select count(*) from payments.refunds where state <> 'Sent'")).ShouldBe(0);
        (await services.GetRequiredService<IPaymentGateway>().RefundAsync((await order.ViewAsync()).Payment!.Id, Id.New<RefundId>(), new Money(5, Currency.Of("KWD")), returnsFee: true, Cancel))
            .Failure.ShouldNotBeNull().ShouldContain("last digit");
    }

    [Theory]
    [InlineData("4.130", null)]
    [InlineData("4.135", "Give a price like 2.500, or 0 when it is free. Payments in KWD go in steps of KWD 0.010.")]
    public async Task A_price_that_could_not_be_paid_is_refused_with_a_sentence(string price, string? sentence)
    {
        var organization = await AnOrganization.InAsync(database.Services, currency: "KWD");
        var planning = AnEvent.By(organization).WithPool("Room", 20).With(new TicketTypeInput("Standing", "", price), "Room").PublishedAsync();

        if (sentence is null)
            await planning;
        else
            (await Should.ThrowAsync<InvalidOperationException>(() => planning)).Message.ShouldContain(sentence);
    }

    private async Task RefundAsync(IServiceProvider services, MadeOrder order, IReadOnlyCollection<int>? positions, RefundWhat what)
    {
        _ = (await services.GetRequiredService<RefundOrder>().RunAsync(
            order.Of.By.Access, order.Id, new RefundInput(positions, what, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel)).Value;
        await database.TellFactsAsync(services);
    }

    private async Task HearAsync(IServiceProvider services)
    {
        var payload = stripe.Events("refund.created")[^1].ToJsonString();
        (await services.GetRequiredService<ReceiveWebhook>().RunAsync(
            "stripe", Encoding.UTF8.GetBytes(payload), await stripe.SignAsync(payload, database.Clock.GetUtcNow()), Cancel)).Refusal.ShouldBeNull();
        await database.TellFactsAsync(services);
    }
}
