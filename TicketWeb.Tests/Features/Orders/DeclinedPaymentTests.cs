using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

public sealed class DeclinedPaymentTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decline_keeps_the_seats_the_time_and_what_was_typed()
    {
        var night = await NightAsync();
        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        var before = await order.ViewAsync();

        (await order.PayAsync(Cards.Declines, "ada@buyers.example", "Ada Buyer")).Value.State.ShouldBe(OrderState.Reserved);

        var after = await order.ViewAsync();
        (after.Email, after.Name, after.PayBy).ShouldBe(("ada@buyers.example", "Ada Buyer", before.PayBy));
        after.Payment!.State.ShouldBe(PaymentState.Declined);
        after.Payment.DeclineSentence.ShouldNotBeNullOrEmpty();
        (await night.PoolAsync("Room")).Claimed.ShouldBe(2);
        (await order.TicketsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_card_pays_after_a_decline()
    {
        var order = await AnOrder.For(await NightAsync()).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.Declines);

        (await order.PayAsync()).Value.State.ShouldBe(OrderState.Paid);

        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Late_news_of_a_declined_card_does_not_disturb_the_next_one()
    {
        var order = await AnOrder.For(await NightAsync()).With(1, "Standing").StartedAsync();
        await order.PayAsync(Cards.Declines);
        var declined = (await order.ViewAsync()).Payment!.Id;
        (await order.PayAsync(Cards.AsksTheBuyer)).Value.ActionUrl.ShouldNotBeNull();

        await database.Get<FollowPayment>().RunAsync(order.Id, declined, Cancel);

        (await order.ViewAsync()).State.ShouldBe(OrderState.AwaitingPayment);
    }

    [Theory]
    [InlineData("4242 4242 4242 4241")]
    [InlineData("1234 5678")]
    [InlineData("my card")]
    public async Task A_mistyped_card_number_comes_back_in_its_field_and_no_bank_is_asked(string card)
    {
        var order = await AnOrder.For(await NightAsync()).With(1, "Standing").StartedAsync();

        (await order.PayAsync(card)).Refusal.ShouldBeOfType<InvalidInput>().For("card").ShouldBe("That is no card number. A digit may be wrong or missing.");

        (await order.ViewAsync()).Payment.ShouldBeNull();
    }

    [Fact]
    public async Task Seats_go_back_when_time_runs_out_after_a_decline()
    {
        var night = await NightAsync();
        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.Declines);

        database.Clock.Advance(TimeSpan.FromMinutes(15));
        await database.Get<ExpireOrders>().RunAsync(Cancel);

        (await order.StateAsync()).ShouldBe(OrderState.Expired);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(0);
    }

    [Fact]
    public async Task A_bank_that_wants_to_see_the_buyer_and_is_content_makes_it_paid()
    {
        var order = await AnOrder.For(await NightAsync()).With(2, "Standing").StartedAsync();
        var asked = (await order.PayAsync(Cards.AsksTheBuyer)).Value;
        asked.State.ShouldBe(OrderState.AwaitingPayment);
        asked.ActionUrl.ShouldNotBeNull();

        await AnswerAsync(order, approved: true);

        (await ReturnAsync(order)).State.ShouldBe(OrderState.Paid);
        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_buyer_who_refuses_at_the_bank_keeps_the_seats()
    {
        var order = await AnOrder.For(await NightAsync()).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.AsksTheBuyer);

        await AnswerAsync(order, approved: false);

        (await ReturnAsync(order)).State.ShouldBe(OrderState.Reserved);
        (await order.PayAsync()).Value.State.ShouldBe(OrderState.Paid);
    }

    [Fact]
    public async Task A_second_click_while_the_bank_asks_leads_to_the_same_bank()
    {
        var order = await AnOrder.For(await NightAsync()).With(2, "Standing").StartedAsync();
        var first = (await order.PayAsync(Cards.AsksTheBuyer)).Value;

        var second = (await order.PayAsync(Cards.AsksTheBuyer)).Value;

        second.ShouldBe(first);
    }

    [Fact]
    public async Task A_buyer_at_the_bank_loses_no_seats_while_the_bank_may_still_say_yes()
    {
        var night = await NightAsync();
        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.AsksTheBuyer);
        database.Clock.Advance(TimeSpan.FromMinutes(20));
        await database.Get<ExpireOrders>().RunAsync(Cancel);

        await AnswerAsync(order, approved: true);

        (await ReturnAsync(order)).State.ShouldBe(OrderState.Paid);
    }

    [Fact]
    public async Task A_buyer_who_never_comes_back_from_the_bank_leaves_the_seats_to_others()
    {
        var night = await NightAsync();
        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.AsksTheBuyer);

        database.Clock.Advance(TimeSpan.FromMinutes(31));
        await database.Get<ExpireOrders>().RunAsync(Cancel);
        await database.Get<ExpireOrders>().RunAsync(Cancel);

        (await order.StateAsync()).ShouldBe(OrderState.Expired);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(0);
        await AnswerAsync(order, approved: true);
        (await ReturnAsync(order)).State.ShouldBe(OrderState.Expired, "the payment was cancelled before the seats were given away");
    }

    private async Task AnswerAsync(MadeOrder order, bool approved) =>
        await database.Get<ISandboxBank>().AnswerAsync((await order.ViewAsync()).Payment!.Id, approved, Cancel);

    private async Task<CheckoutView> ReturnAsync(MadeOrder order) => (await database.Get<Checkout>().ReturnAsync(order.Id, order.Secret, Cancel))!;

    private async Task<MadeEvent> NightAsync() => await AnEvent.By(await AnOrganization.InAsync(database.Services))
        .WithPool("Room", 100).With("Standing", 25m, "Room").PublishedAsync();
}
