using Npgsql;
using Shouldly;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Inventory;

public sealed class StockTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_types_share_a_room_and_neither_oversells_it()
    {
        var night = await SharedRoomAsync(room: 10, balcony: 4);

        await AnOrder.For(night).With(7, "Standing").StartedAsync();

        (await night.LeftAsync("Standing")).ShouldBe(3);
        (await night.LeftAsync("Balcony")).ShouldBe(3, "the room has three places left, whatever the balcony holds");
        var refusal = (await AnOrder.For(night).With(4, "Balcony").TryAsync()).Refusal.ShouldBeOfType<NotEnoughLeft>();
        refusal.Left.ShouldBe(3);
    }

    [Fact]
    public async Task A_cart_of_two_types_counts_their_shared_room_for_both()
    {
        var night = await SharedRoomAsync(room: 5, balcony: 4);

        (await AnOrder.For(night).With(3, "Standing").With(3, "Balcony").TryAsync()).Refusal.ShouldBeOfType<NotEnoughLeft>();

        (await night.PoolAsync("Room")).Claimed.ShouldBe(0, "all of it or nothing");
    }

    [Fact]
    public async Task What_is_released_goes_back_to_the_pools_it_came_from()
    {
        var night = await SharedRoomAsync(room: 10, balcony: 4);
        await AnOrder.For(night).With(2, "Standing").With(3, "Balcony").StartedAsync();
        (await night.PoolAsync("Room")).Claimed.ShouldBe(5);
        (await night.PoolAsync("Gallery")).Claimed.ShouldBe(3);

        database.Clock.Advance(TimeSpan.FromMinutes(15));
        await database.Get<ExpireOrders>().RunAsync(Cancel);

        (await night.PoolAsync("Room")).Claimed.ShouldBe(0);
        (await night.PoolAsync("Gallery")).Claimed.ShouldBe(0);
    }

    [Fact]
    public async Task A_capacity_cannot_shrink_below_what_is_taken()
    {
        var night = await SharedRoomAsync(room: 10, balcony: 4);
        await AnOrder.For(night).With(6, "Standing").PaidAsync();
        Task<TicketWeb.Kernel.Outcome<PoolId>> ResizeAsync(int to) =>
            database.Get<SavePool>().RunAsync(night.By.Access, night.Id, night.Pools["Room"], "Room", to, Cancel);

        (await ResizeAsync(5)).Refusal.ShouldBeOfType<CapacityTooSmall>().Taken.ShouldBe(6);
        (await ResizeAsync(6)).Refusal.ShouldBeNull();
        (await night.LeftAsync("Standing")).ShouldBe(0);
    }

    [Theory]
    [InlineData("update inventory.pools set claimed = capacity + 1 where id = $1")]
    [InlineData("update inventory.pools set claimed = capacity, allocated = 1 where id = $1")]
    [InlineData("update inventory.pools set claimed = -1 where id = $1")]
    [InlineData("update inventory.pools set allocated = -1 where id = $1")]
    public async Task The_database_itself_refuses_to_oversell(string mistake)
    {
        var night = await SharedRoomAsync(room: 10, balcony: 4);

        var refused = await Should.ThrowAsync<PostgresException>(() => database.AskAsync(mistake, night.Pools["Room"].Value));

        refused.ConstraintName.ShouldBe("pools_never_oversold");
    }

    [Fact]
    public async Task More_time_is_given_once()
    {
        var night = await SharedRoomAsync(room: 10, balcony: 4);
        var order = await AnOrder.For(night).With(1, "Standing").StartedAsync();
        var before = (await order.ViewAsync()).PayBy;

        (await database.Get<Checkout>().ExtendAsync(order.Id, order.Secret, Cancel)).Refusal.ShouldBeNull();

        (await order.ViewAsync()).PayBy.ShouldBe(before + TimeSpan.FromMinutes(10));
        (await database.Get<Checkout>().ExtendAsync(order.Id, order.Secret, Cancel)).Refusal.ShouldBeOfType<AlreadyExtended>();
    }

    [Fact]
    public async Task Time_that_has_run_out_is_not_extended()
    {
        var night = await SharedRoomAsync(room: 10, balcony: 4);
        var order = await AnOrder.For(night).With(1, "Standing").StartedAsync();
        database.Clock.Advance(TimeSpan.FromMinutes(15));

        (await database.Get<Checkout>().ExtendAsync(order.Id, order.Secret, Cancel)).Refusal.ShouldBeOfType<ReservationIsGone>();
        (await order.PayAsync()).Refusal.ShouldBeOfType<OrderIsClosed>();
    }

    private async Task<MadeEvent> SharedRoomAsync(int room, int balcony) => await AnEvent.By(await AnOrganization.InAsync(database.Services))
        .WithPool("Room", room).WithPool("Gallery", balcony)
        .With("Standing", 25m, "Room").With("Balcony", 40m, "Room", "Gallery")
        .PublishedAsync();
}
