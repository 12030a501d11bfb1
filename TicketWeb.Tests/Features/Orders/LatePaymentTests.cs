using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.Sandbox;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Money that arrives when nobody expects it any more.</summary>
public sealed class LatePaymentTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly ScriptedGateway _gateway = new();

    [Fact]
    public async Task A_card_that_succeeds_late_keeps_its_seats_until_it_does()
    {
        var night = await NightAsync(room: 2);
        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        (await order.PayAsync(Cards.SucceedsLate)).Value.State.ShouldBe(OrderState.AwaitingPayment);

        database.Clock.Advance(TimeSpan.FromSeconds(20));

        (await database.Get<Checkout>().ReturnAsync(order.Id, order.Secret, Cancel))!.State.ShouldBe(OrderState.Paid);
        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_card_that_succeeds_late_is_settled_once_however_many_ask()
    {
        var order = await AnOrder.For(await NightAsync(room: 2)).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.SucceedsLate);
        database.Clock.Advance(TimeSpan.FromSeconds(20));

        var seen = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => database.Get<Checkout>().ReturnAsync(order.Id, order.Secret, Cancel)));

        seen.ShouldAllBe(v => v!.State == OrderState.Paid);
        (await order.TicketsAsync()).Count.ShouldBe(2);
        (await FactsAsync(order, nameof(OrderPaid))).ShouldBe(1);
    }

    [Fact]
    public async Task The_gateway_answers_all_who_ask_at_the_moment_of_success()
    {
        var order = await AnOrder.For(await NightAsync(room: 2)).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.SucceedsLate);
        var payment = (await order.ViewAsync()).Payment!.Id;
        database.Clock.Advance(TimeSpan.FromSeconds(20));

        var answers = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => database.Get<SandboxGateway>().ReadAsync(payment, Cancel)));

        answers.ShouldAllBe(a => a!.State == PaymentState.Succeeded);
    }

    [Fact]
    public async Task A_late_payment_with_room_is_honoured()
    {
        var night = await NightAsync(room: 2);
        var order = await LostAndExpiredAsync(night);

        _gateway.Later = PaymentState.Succeeded;
        await HearAsync(order);

        (await order.StateAsync()).ShouldBe(OrderState.Paid);
        (await order.TicketsAsync()).Count.ShouldBe(2);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(2);
        _gateway.Refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_payment_without_room_is_refunded_and_the_buyer_told()
    {
        var night = await NightAsync(room: 2);
        var order = await LostAndExpiredAsync(night);
        await AnOrder.For(night).With(1, "Standing").PaidAsync();

        _gateway.Later = PaymentState.Succeeded;
        await HearAsync(order);

        (await order.StateAsync()).ShouldBe(OrderState.Refunded);
        (await order.TicketsAsync()).ShouldBeEmpty();
        (await night.PoolAsync("Room")).Claimed.ShouldBe(1, "the other buyer's");
        (await FactsAsync(order, nameof(LatePaymentRefunded))).ShouldBe(1);
        _gateway.Refunds.ShouldHaveSingleItem().Amount.ShouldBe((await order.ViewAsync()).Quote.Total);
    }

    [Fact]
    public async Task A_refund_is_sent_once_however_often_the_payment_is_heard_of()
    {
        var night = await NightAsync(room: 2);
        var order = await LostAndExpiredAsync(night);
        await AnOrder.For(night).With(1, "Standing").PaidAsync();
        _gateway.Later = PaymentState.Succeeded;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => HearAsync(order)));
        await HearAsync(order);

        _gateway.Refunds.ShouldHaveSingleItem();
        (await database.CountAsync("select refunded from payments.payments where order_id = $1", order.Id.Value)).ShouldBe((await order.ViewAsync()).Quote.Total.Minor);
    }

    [Fact]
    public async Task Two_payments_for_one_order_cost_the_buyer_one()
    {
        var night = await NightAsync(room: 2);
        var services = Services();
        var order = await AnOrder.For(night).With(2, "Standing").Through(services).StartedAsync();
        _gateway.OnCreate = PaymentState.Declined;
        await order.PayAsync();
        var first = (await order.ViewAsync()).Payment!.Id;
        _gateway.OnCreate = PaymentState.Succeeded;
        await order.PayAsync();
        (await order.StateAsync()).ShouldBe(OrderState.Paid);

        // The bank changes its mind about the first attempt.
        _gateway.Later = PaymentState.Succeeded;
        await services.GetRequiredService<FollowPayment>().RunAsync(order.Id, first, Cancel);
        await services.GetRequiredService<FollowPayment>().RunAsync(order.Id, first, Cancel);
        await database.TellFactsAsync(services);

        _gateway.Refunds.ShouldHaveSingleItem().Payment.ShouldBe(first);
        (await order.StateAsync()).ShouldBe(OrderState.Paid);
        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_is_given_away_while_the_gateway_is_still_at_it()
    {
        var night = await NightAsync(room: 2);
        var services = Services();
        var order = await AnOrder.For(night).With(2, "Standing").Through(services).StartedAsync();
        _gateway.OnCreate = PaymentState.Processing;
        _gateway.Later = PaymentState.Processing;
        await order.PayAsync();

        database.Clock.Advance(TimeSpan.FromHours(5));
        await services.GetRequiredService<ExpireOrders>().RunAsync(Cancel);

        (await order.StateAsync()).ShouldBe(OrderState.AwaitingPayment);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(2);
    }

    [Fact]
    public async Task A_buyer_pays_again_when_the_gateway_never_heard_of_the_first_attempt()
    {
        var services = Services();
        var order = await AnOrder.For(await NightAsync(room: 2)).With(2, "Standing").Through(services).StartedAsync();
        await order.PayAsync();
        var checkout = services.GetRequiredService<Checkout>();
        (await checkout.ReturnAsync(order.Id, order.Secret, Cancel))!.State.ShouldBe(OrderState.AwaitingPayment, "it may be on its way");

        database.Clock.Advance(TimeSpan.FromMinutes(2));
        (await checkout.ReturnAsync(order.Id, order.Secret, Cancel))!.State.ShouldBe(OrderState.Reserved);
        _gateway.OnCreate = PaymentState.Succeeded;

        (await order.PayAsync()).Value.State.ShouldBe(OrderState.Paid);
        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    /// <summary>An order whose payment broke off on the way to the gateway, which then had not heard of it, so that its seats went back.</summary>
    private async Task<MadeOrder> LostAndExpiredAsync(MadeEvent night)
    {
        var services = Services();
        var order = await AnOrder.For(night).With(2, "Standing").Through(services).StartedAsync();
        (await order.PayAsync()).Value.State.ShouldBe(OrderState.AwaitingPayment);
        database.Clock.Advance(TimeSpan.FromMinutes(31));
        await services.GetRequiredService<ExpireOrders>().RunAsync(Cancel);
        await services.GetRequiredService<ExpireOrders>().RunAsync(Cancel);
        (await order.StateAsync()).ShouldBe(OrderState.Expired);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(0);
        return order;
    }

    /// <summary>The gateway's news of the payment arrive.</summary>
    private async Task HearAsync(MadeOrder order)
    {
        await order.Services.GetRequiredService<FollowPayment>().RunAsync(order.Id, (await order.ViewAsync()).Payment!.Id, Cancel);
        await database.TellFactsAsync(order.Services);
    }

    private ServiceProvider Services() => database.Build(s => s.AddSingleton<IPaymentGateway>(_gateway));

    private Task<long> FactsAsync(MadeOrder order, string fact) =>
        database.CountAsync("select count(*) from platform.outbox where key = $1 and fact = $2", order.Id.Value, fact);

    private async Task<MadeEvent> NightAsync(int room) => await AnEvent.By(await AnOrganization.InAsync(database.Services))
        .WithPool("Room", room).With("Standing", 25m, "Room").PublishedAsync();
}
