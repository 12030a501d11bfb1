using Microsoft.EntityFrameworkCore;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Data;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

public sealed class ListOrdersTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_order_is_on_exactly_one_page_also_when_new_ones_arrive_meanwhile()
    {
        var night = await NightAsync();
        var made = new List<OrderId>();
        for (var i = 0; i < 53; i++)
            made.Add((await AnOrder.For(night).With(1, "Standing").StartedAsync()).Id);

        var first = await PageAsync(night, after: null);
        await AnOrder.For(night).With(1, "Standing").StartedAsync();
        var second = await PageAsync(night, first.Next);

        first.Total.ShouldBe(53);
        first.Orders.Count.ShouldBe(50);
        second.Next.ShouldBeNull();
        first.Orders.Concat(second.Orders).Select(o => o.Id).ShouldBe(made.AsEnumerable().Reverse());
    }

    [Fact]
    public async Task The_orders_of_all_events_say_which_one_each_is_for()
    {
        var organization = await AnOrganization.InAsync(database.Services);
        foreach (var title in (string[])["Low Tide", "High Tide"])
        {
            var night = await AnEvent.By(organization).Called(title).WithPool("Room", 100).With("Standing", 25m, "Room").PublishedAsync();
            await AnOrder.For(night).With(1, "Standing").StartedAsync();
            (await PageAsync(night, after: null)).Orders.ShouldHaveSingleItem().Event.ShouldBeEmpty("there it is the page's heading");
        }

        var orders = (await database.Get<ListOrders>().RunAsync(organization.Access, null, null, null, null, Cancel)).Orders;
        orders.Select(o => o.Event).ShouldBe(["High Tide", "Low Tide"]);
    }

    [Fact]
    public async Task A_state_and_a_part_of_the_buyers_name_narrow_the_list()
    {
        var night = await NightAsync();
        var paid = await AnOrder.For(night).With(2, "Standing").PaidAsync();
        await AnOrder.For(night).With(1, "Standing").StartedAsync();
        var buyer = (await PageAsync(night, after: null)).Orders.Single(o => o.Id == paid.Id).Name!;

        (await PageAsync(night, after: null, OrderState.Paid)).Orders.ShouldHaveSingleItem().Id.ShouldBe(paid.Id);
        (await PageAsync(night, after: null, text: buyer[..4].ToUpperInvariant())).Orders.ShouldHaveSingleItem().Id.ShouldBe(paid.Id);
        (await PageAsync(night, after: null, text: "%")).Orders.ShouldBeEmpty("what stands for anything is taken as itself");
    }

    [Fact]
    public async Task Who_may_not_see_buyers_sees_orders_without_names()
    {
        var night = await NightAsync();
        await AnOrder.For(night).With(1, "Standing").PaidAsync();

        var row = (await SearchAsync(null)).ShouldHaveSingleItem();
        (row.Name, row.Email).ShouldBe((null, null));

        var buyer = (await PageAsync(night, after: null)).Orders.ShouldHaveSingleItem();
        (await SearchAsync(buyer.Email)).ShouldBeEmpty("searching must not tell what the list keeps back");
        (await SearchAsync(buyer.Name)).ShouldBeEmpty();
        (await SearchAsync(buyer.Number)).ShouldHaveSingleItem();

        async Task<IReadOnlyList<OrderRow>> SearchAsync(string? text) =>
            (await database.Get<ListOrders>().RunAsync(night.By.Access with { Role = Role.ReadOnly }, night.Id, null, text, null, Cancel)).Orders;
    }

    [Fact]
    public async Task Orders_are_counted_to_a_thousand_and_no_further()
    {
        var night = await NightAsync();
        var one = await AnOrder.For(night).With(1, "Standing").PaidAsync();
        await CopyAsync(one.Id, OrderPage.MostCounted - 1);

        (await PageAsync(night, after: null)).Total.ShouldBe(OrderPage.MostCounted);

        await AnOrder.For(night).With(1, "Standing").StartedAsync();
        (await PageAsync(night, after: null)).Total.ShouldBeNull();
    }

    private Task<OrderPage> PageAsync(MadeEvent night, OrderId? after, OrderState? state = null, string? text = null) =>
        database.Get<ListOrders>().RunAsync(night.By.Access, night.Id, state, text, after, Cancel);

    /// <summary>The same order again and again, with what must be its own.</summary>
    private async Task CopyAsync(OrderId id, int times)
    {
        await using var db = database.Get<Databases>().Service();
        await db.Database.ExecuteSqlAsync($"""
            insert into orders.orders
            select copy.* from orders.orders o cross join generate_series(1, {times}) n cross join lateral jsonb_populate_record(o, jsonb_build_object(
                'id', gen_random_uuid(), 'number', 'COPY' || n, 'secret_hash', '\x' || lpad(to_hex(n), 64, '0'), 'reservation_id', gen_random_uuid())) copy
            where o.id = {id.Value}
            """, Cancel);
    }

    private async Task<MadeEvent> NightAsync() =>
        await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 100).With("Standing", 25m, "Room").PublishedAsync();
}
