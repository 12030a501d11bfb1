using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

public sealed class BuyingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Key = "two-clicks-carry-this-same-key";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paid_order_has_a_ticket_for_every_place()
    {
        var night = await NightAsync();

        var order = await AnOrder.For(night).With(2, "Standing").With(1, "Seat").PaidAsync();

        var view = await order.ViewAsync();
        view.State.ShouldBe(OrderState.Paid);
        view.Quote.Total.ToString().ShouldBe("£96.90", "2 × (25 + 2.00) + 40 + 2.90");
        var tickets = await order.TicketsAsync();
        tickets.Select(t => t.Ticket.TicketTypeId).ShouldBe([night.Types["Standing"], night.Types["Standing"], night.Types["Seat"]]);
        tickets.Select(t => t.Code).ShouldBeUnique();
        (await night.PoolAsync("Room")).Claimed.ShouldBe(3, "paying changes nothing in the pool");
        (await database.CountAsync("select count(*) from platform.outbox where key = $1 and fact = 'OrderPaid'", order.Id.Value)).ShouldBe(1);
    }

    [Fact]
    public async Task Every_ticket_is_read_back_from_its_code_and_its_number()
    {
        var night = await NightAsync();
        var order = await AnOrder.For(night).With(2, "Standing").PaidAsync();
        var desk = database.Get<TicketWeb.Features.Tickets.ITickets>();

        foreach (var ticket in await order.TicketsAsync())
        {
            (await desk.ReadAsync(night.By.Profile.Id, night.Id, ticket.Code, Cancel)).Value.Id.ShouldBe(ticket.Ticket.Id);
            (await desk.ReadAsync(night.By.Profile.Id, night.Id, ticket.Ticket.Number, Cancel)).Value.Id.ShouldBe(ticket.Ticket.Id);
        }
    }

    [Fact]
    public async Task A_free_order_asks_for_no_card()
    {
        var night = await NightAsync();
        var order = await AnOrder.For(night).With(2, "Guest list").StartedAsync();

        (await order.PayAsync(card: "")).Value.State.ShouldBe(OrderState.Paid);

        (await order.TicketsAsync()).Count.ShouldBe(2);
        (await database.CountAsync("select count(*) from payments.payments where order_id = $1", order.Id.Value)).ShouldBe(0);
    }

    [Fact]
    public async Task A_paid_order_is_not_had_without_a_card()
    {
        var order = await AnOrder.For(await NightAsync()).With(1, "Standing").StartedAsync();

        (await order.PayAsync(card: " ")).Refusal.ShouldBeOfType<InvalidInput>().For("card").ShouldNotBeNull();

        (await order.StateAsync()).ShouldBe(OrderState.Reserved);
    }

    [Fact]
    public async Task Two_clicks_with_one_key_make_one_order()
    {
        var night = await NightAsync();

        var orders = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AnOrder.For(night).With(2, "Standing").Keyed(Key + night.Slug).StartedAsync()));

        orders.Select(o => o.Id).Distinct().Count().ShouldBe(1);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(2);
    }

    [Fact]
    public async Task Two_clicks_on_the_last_ticket_find_the_one_order_both()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 1).With("Standing", 25m, "Room").PublishedAsync();

        var orders = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AnOrder.For(night).With(1, "Standing").Keyed(Key + night.Slug).StartedAsync()));

        orders.Select(o => o.Id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Two_clicks_on_pay_charge_once()
    {
        var order = await AnOrder.For(await NightAsync()).With(2, "Standing").StartedAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => order.PayAsync()));

        (await order.StateAsync()).ShouldBe(OrderState.Paid);
        (await database.CountAsync("select count(*) from payments.payments where order_id = $1", order.Id.Value)).ShouldBe(1);
        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_secret_opens_no_order()
    {
        var order = await AnOrder.For(await NightAsync()).With(1, "Standing").StartedAsync();

        foreach (var secret in new[] { null, "", "x", order.Secret + "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
        {
            (await database.Get<Checkout>().FindAsync(order.Id, secret, Cancel)).ShouldBeNull();
            (await (order with { Secret = secret! }).PayAsync()).Refusal.ShouldBe(new NotFound("order"));
            (await database.Get<Checkout>().ExtendAsync(order.Id, secret, Cancel)).Refusal.ShouldBe(new NotFound("order"));
        }
    }

    [Fact]
    public async Task A_paid_order_is_found_by_its_link_and_by_nothing_else()
    {
        var night = await NightAsync();
        var paid = await (await AnOrder.For(night).With(1, "Standing").PaidAsync()).ViewAsync();
        var open = await (await AnOrder.For(night).With(1, "Standing").StartedAsync()).ViewAsync();
        var orders = database.Get<IOrders>();

        (await orders.FindByLinkAsync(paid.Number, paid.LinkToken, Cancel))!.Id.ShouldBe(paid.Id);
        (await orders.FindByLinkAsync(paid.Number, paid.LinkToken + "x", Cancel)).ShouldBeNull();
        (await orders.FindByLinkAsync(paid.Number, open.LinkToken, Cancel)).ShouldBeNull();
        (await orders.FindByLinkAsync(open.Number, open.LinkToken, Cancel)).ShouldBeNull("it is not paid");
    }

    [Theory]
    [InlineData(1, 2, 4)]
    [InlineData(5, 2, 4)]
    [InlineData(-2, 2, 4)]
    [InlineData(int.MinValue, 1, 10)]
    [InlineData(int.MaxValue, 1, 10)]
    public async Task A_count_outside_the_limits_is_refused(int count, int fewest, int most)
    {
        var limited = new TicketTypeInput("Table", "", "25", fewest, most);
        var night = await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 50).With(limited, "Room").PublishedAsync();

        (await AnOrder.For(night).With(count, "Table").TryAsync()).Refusal.ShouldBeOfType<OutsideLimits>();
    }

    [Fact]
    public async Task A_limit_counts_a_type_once_however_often_the_form_names_it()
    {
        var night = await NightAsync();

        (await AnOrder.For(night).With(6, "Standing").With(6, "Standing").TryAsync()).Refusal.ShouldBeOfType<OutsideLimits>();
        (await AnOrder.For(night).With(int.MaxValue, "Standing").With(int.MaxValue, "Standing").TryAsync()).Refusal.ShouldBeOfType<OutsideLimits>();
    }

    [Fact]
    public async Task A_negative_count_does_not_pay_for_a_positive_one()
    {
        var night = await NightAsync();

        (await AnOrder.For(night).With(2, "Seat").With(-3, "Standing").TryAsync()).Refusal.ShouldBeOfType<OutsideLimits>();
        (await night.PoolAsync("Room")).Claimed.ShouldBe(0);
    }

    [Fact]
    public async Task An_empty_cart_is_no_order()
    {
        var night = await NightAsync();

        (await AnOrder.For(night).TryAsync()).Refusal.ShouldBeOfType<NothingChosen>();
        (await AnOrder.For(night).With(0, "Standing").TryAsync()).Refusal.ShouldBeOfType<NothingChosen>();
    }

    [Fact]
    public async Task Another_events_ticket_type_is_not_sold_here()
    {
        var (night, other) = (await NightAsync(), await NightAsync());
        var smuggled = night with { Types = other.Types };

        (await AnOrder.For(smuggled).With(1, "Guest list").TryAsync()).Refusal.ShouldBe(new NotFound("ticket type"));
    }

    [Fact]
    public async Task A_price_that_changes_later_changes_no_order()
    {
        var night = await NightAsync();
        var order = await AnOrder.For(night).With(1, "Standing").StartedAsync();
        var before = (await order.ViewAsync()).Quote.Total;

        _ = (await database.Get<SaveTicketType>().RunAsync(
            night.By.Access, night.Id, night.Types["Standing"], new TicketTypeInput("Standing", "", "99"), [night.Pools["Room"]], Cancel)).Value;
        await order.PayAsync();

        (await order.ViewAsync()).Quote.Total.ShouldBe(before);
        (await database.CountAsync("select amount from payments.payments where order_id = $1", order.Id.Value)).ShouldBe(before.Minor);
    }

    [Fact]
    public async Task An_expired_cart_blocks_no_new_one()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 2).With("Standing", 25m, "Room").PublishedAsync();
        var first = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        (await AnOrder.For(night).With(1, "Standing").TryAsync()).Refusal.ShouldBeOfType<NotEnoughLeft>();

        database.Clock.Advance(TimeSpan.FromMinutes(15));
        await database.Get<ExpireOrders>().RunAsync(Cancel);

        (await first.StateAsync()).ShouldBe(OrderState.Expired);
        await AnOrder.For(night).With(2, "Standing").PaidAsync();
        (await first.PayAsync()).Refusal.ShouldBeOfType<OrderIsClosed>();
    }

    [Fact]
    public async Task What_was_typed_survives_a_mistake_in_it()
    {
        var order = await AnOrder.For(await NightAsync()).With(1, "Standing").StartedAsync();

        var refusal = (await order.PayAsync(email: "ada@", name: "Ada Buyer")).Refusal.ShouldBeOfType<InvalidInput>();

        refusal.For("email").ShouldNotBeNull();
        var view = await order.ViewAsync();
        (view.Email, view.Name, view.State).ShouldBe(("ada@", "Ada Buyer", OrderState.Reserved));
    }

    private async Task<MadeEvent> NightAsync() => await AnEvent.By(await AnOrganization.InAsync(database.Services))
        .WithPool("Room", 100)
        .With("Standing", 25m, "Room").With("Seat", 40m, "Room").With("Guest list", 0m, "Room")
        .PublishedAsync();
}
