using Shouldly;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

public sealed class TypedOnceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_order_knows_what_the_one_before_it_was_told()
    {
        var night = await NightAsync();

        var started = (await database.Get<StartOrder>().RunAsync(
            night.Slug, new OrderInput([new TicketCount(night.Types["Standing"], 1)], Channel.Widget, null) { Buyer = new BuyerInput(" ada@buyers", "Ada") }, Cancel)).Value;

        var view = (await database.Get<Checkout>().FindAsync(started.Id, started.Secret, Cancel))!;
        (view.Email, view.Name).ShouldBe(("ada@buyers", "Ada"), "as typed, right or wrong: paying checks it");
    }

    [Fact]
    public async Task What_is_posted_after_the_time_ran_out_is_kept()
    {
        var order = await StartedAsync();
        await ExpireAsync();

        (await order.PayAsync(email: "ada@late.example", name: "Ada Late")).Refusal.ShouldBeOfType<OrderIsClosed>();

        var view = await order.ViewAsync();
        (view.State, view.Email, view.Name).ShouldBe((OrderState.Expired, "ada@late.example", "Ada Late"));
    }

    [Fact]
    public async Task What_was_in_the_form_when_the_time_ran_out_is_kept()
    {
        var order = await StartedAsync();
        await ExpireAsync();

        await database.Get<Checkout>().RememberAsync(order.Id, order.Secret, new BuyerInput("ada@", ""), Cancel);

        var view = await order.ViewAsync();
        (view.Email, view.Name).ShouldBe(("ada@", null));
    }

    [Fact]
    public async Task Nobody_without_the_secret_writes_into_an_order()
    {
        var order = await StartedAsync();

        await database.Get<Checkout>().RememberAsync(order.Id, order.Secret + "x", new BuyerInput("eve@buyers.example", "Eve"), Cancel);

        (await order.ViewAsync()).Email.ShouldBeNull();
    }

    [Fact]
    public async Task Who_bought_a_paid_order_does_not_change_any_more()
    {
        var order = await AnOrder.For(await NightAsync()).With(1, "Standing").PaidAsync();

        await database.Get<Checkout>().RememberAsync(order.Id, order.Secret, new BuyerInput("eve@buyers.example", "Eve"), Cancel);

        (await order.ViewAsync()).Email.ShouldBe("ada@buyers.example");
    }

    private async Task<MadeEvent> NightAsync() =>
        await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 50).With("Standing", 25m, "Room").PublishedAsync();

    private async Task<MadeOrder> StartedAsync() => await AnOrder.For(await NightAsync()).With(1, "Standing").StartedAsync();

    private async Task ExpireAsync()
    {
        database.Clock.Advance(TimeSpan.FromMinutes(20));
        await database.Get<ExpireOrders>().RunAsync(Cancel);
    }
}
