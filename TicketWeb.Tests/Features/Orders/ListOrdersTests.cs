using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
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

        var page = await database.Get<ListOrders>().RunAsync(night.By.Access with { Role = Role.ReadOnly }, night.Id, null, null, null, Cancel);

        var row = page.Orders.ShouldHaveSingleItem();
        (row.Name, row.Email).ShouldBe((null, null));
    }

    private Task<OrderPage> PageAsync(MadeEvent night, OrderId? after, OrderState? state = null, string? text = null) =>
        database.Get<ListOrders>().RunAsync(night.By.Access, night.Id, state, text, after, Cancel);

    private async Task<MadeEvent> NightAsync() =>
        await AnEvent.By(await AnOrganization.InAsync(database.Services)).WithPool("Room", 100).With("Standing", 25m, "Room").PublishedAsync();
}
