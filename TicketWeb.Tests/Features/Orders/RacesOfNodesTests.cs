using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>
/// Several nodes on one database: within a node a queue keeps buyers apart, between nodes only PostgreSQL does. Each race has a twin whose
/// nodes take no row locks, which shows that there was something to guard.
/// </summary>
public sealed class RacesOfNodesTests(TestPostgres postgres) : IAsyncLifetime
{
    private const int Nodes = 4;
    private const string Key = "one-key-that-both-clicks-carry";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_last_ticket_is_sold_once()
    {
        var night = await NightAsync(room: 1);

        (await BuyTheLastAsync(night, Guarded())).ShouldBe(1);

        (await night.PoolAsync("Room")).Claimed.ShouldBe(1);
    }

    [Fact]
    public async Task Without_locks_the_last_ticket_is_sold_many_times_and_the_counter_drifts()
    {
        var night = await NightAsync(room: 1);

        var sold = await AllLookBeforeAnyWritesAsync("inventory.pools", () => BuyTheLastAsync(night, Unguarded()));

        sold.ShouldBeGreaterThan(1);
        (await night.PoolAsync("Room")).Claimed.ShouldBeLessThan(sold);
    }

    [Fact]
    public async Task A_code_for_one_use_is_used_once()
    {
        var night = await NightAsync(room: 100);
        await ACode.For(night).With("ONCE", mostUses: 1).CreatedAsync();

        var outcomes = await AllLookBeforeAnyWritesAsync("inventory.pools", () => UseEverywhereAsync(night, Guarded()));

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        outcomes.Where(o => o.Refusal is not null).ShouldAllBe(o => o.Refusal is CodeUsedUp);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(1, "who may not have the price has no tickets either");
    }

    [Fact]
    public async Task Without_locks_a_code_for_one_use_is_used_many_times()
    {
        var night = await NightAsync(room: 100);
        await ACode.For(night).With("ONCE", mostUses: 1).CreatedAsync();

        var outcomes = await AllLookBeforeAnyWritesAsync("inventory.pools", () => UseEverywhereAsync(night, Unguarded()));

        outcomes.Count(o => o.Refusal is null).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_last_tickets_at_an_early_price_are_sold_once()
    {
        var night = await EarlyNightAsync();

        await AllLookBeforeAnyWritesAsync("inventory.pools", () => BuyEverywhereAsync(night, Guarded()));

        (await AtTheEarlyPriceAsync()).ShouldBe(1);
        (await _database.CountAsync("select count(*) from orders.order_lines where tier_id is null")).ShouldBe(Nodes - 1, "the others have their tickets at the price after it");
    }

    [Fact]
    public async Task Without_locks_the_last_tickets_at_an_early_price_are_sold_many_times()
    {
        var night = await EarlyNightAsync();

        await AllLookBeforeAnyWritesAsync("inventory.pools", () => BuyEverywhereAsync(night, Unguarded()));

        (await AtTheEarlyPriceAsync()).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Two_clicks_that_reach_different_nodes_make_one_order()
    {
        var night = await NightAsync(room: 100);

        (await ClickEverywhereAsync(night)).ShouldBe(1);

        (await night.PoolAsync("Room")).Claimed.ShouldBe(1, "what the slower click reserved went back with its transaction");
    }

    [Fact]
    public async Task Without_the_index_on_their_secret_two_clicks_make_two()
    {
        var night = await NightAsync(room: 100);
        await _database.AskAsync("""drop index orders."IX_orders_secret_hash" """);

        (await ClickEverywhereAsync(night)).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Buyer_webhook_and_sweeper_on_different_nodes_pay_an_order_once()
    {
        var order = await AuthenticatedAsync();

        (await SettleEverywhereAsync(order, Guarded())).ShouldBe(1);

        (await order.StateAsync()).ShouldBe(OrderState.Paid);
        (await order.TicketsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_locks_they_pay_it_several_times()
    {
        await _database.AskAsync("""drop index tickets."IX_tickets_order_id_position"; drop index settlements."IX_entries_source_id_kind" """);
        var nodes = Unguarded();
        MadeOrder order;
        long paid;
        var tries = 0;
        do
        {
            // Nodes that are slow to look find it paid: then another order is raced for.
            order = await AuthenticatedAsync();
            paid = await AllLookBeforeAnyWritesAsync("orders.orders", () => SettleEverywhereAsync(order, nodes));
        }
        while (paid == 1 && ++tries < 5);

        paid.ShouldBeGreaterThan(1);
        (await order.TicketsAsync()).Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Sweepers_of_all_nodes_give_each_ticket_back_once()
    {
        var night = await NightAsync(room: 100);
        for (var i = 0; i < 10; i++)
            await AnOrder.For(night).With(3, "Standing").StartedAsync();
        await AnOrder.For(night).With(5, "Standing").PaidAsync();
        _database.Clock.Advance(TimeSpan.FromMinutes(16));

        await Task.WhenAll(Guarded().Select(n => n.GetRequiredService<ExpireOrders>().RunAsync(Cancel)));

        (await night.PoolAsync("Room")).Claimed.ShouldBe(5);
    }

    /// <returns>How many buyers were told that they have it.</returns>
    private static async Task<int> BuyTheLastAsync(MadeEvent night, List<ServiceProvider> nodes)
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => AnOrder.For(night).With(1, "Standing").Through(nodes[i % nodes.Count]).TryAsync()));
        outcomes.Where(o => o.Refusal is not null).ShouldAllBe(o => o.Refusal is NotEnoughLeft);
        return outcomes.Count(o => o.Refusal is null);
    }

    private static Task<Outcome<StartedOrder>[]> UseEverywhereAsync(MadeEvent night, List<ServiceProvider> nodes) =>
        Task.WhenAll(nodes.Select(n => AnOrder.For(night).With(1, "Standing").WithCode("once").Through(n).TryAsync()));

    private static Task<Outcome<StartedOrder>[]> BuyEverywhereAsync(MadeEvent night, List<ServiceProvider> nodes) =>
        Task.WhenAll(nodes.Select(n => AnOrder.For(night).With(1, "Standing").Through(n).TryAsync()));

    private Task<long> AtTheEarlyPriceAsync() => _database.CountAsync("select count(*) from orders.order_lines where tier_id is not null");

    /// <returns>How many orders there are then.</returns>
    private async Task<int> ClickEverywhereAsync(MadeEvent night)
    {
        // Each looks for an order with its secret first, and finds none.
        var outcomes = await AllLookBeforeAnyWritesAsync(
            "inventory.pools", () => Task.WhenAll(Guarded().Select(n => AnOrder.For(night).With(1, "Standing").Keyed(Key).Through(n).TryAsync())));
        outcomes.ShouldAllBe(o => o.Refusal == null);
        outcomes.Select(o => o.Value.Secret).Distinct().ShouldBe([Key]);
        return outcomes.Select(o => o.Value.Id).Distinct().Count();
    }

    /// <summary>Holds the rows of a table until every node waits for them.</summary>
    private async Task<T> AllLookBeforeAnyWritesAsync<T>(string table, Func<Task<T>> race)
    {
        await using var hold = await _database.HoldAsync($"select from {table} for update");
        var running = race();
        await _database.WaitForLocksAsync(Nodes);
        await hold.DisposeAsync();
        return await running;
    }

    /// <returns>How often it is told that the order is paid.</returns>
    private async Task<long> SettleEverywhereAsync(MadeOrder order, List<ServiceProvider> nodes)
    {
        await Task.WhenAll(nodes.SelectMany(n => (Task[])
        [
            n.GetRequiredService<Checkout>().ReturnAsync(order.Id, order.Secret, Cancel),
            n.GetRequiredService<ExpireOrders>().RunAsync(Cancel),
        ]));
        return await _database.CountAsync("select count(*) from platform.outbox where key = $1 and fact = 'OrderPaid'", order.Id.Value);
    }

    /// <summary>An order whose bank has just said yes, so long after it was asked that the sweeper looks after it too.</summary>
    private async Task<MadeOrder> AuthenticatedAsync()
    {
        var order = await AnOrder.For(await NightAsync(room: 10)).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.AsksTheBuyer);
        var payment = (await order.ViewAsync()).Payment!.Id;
        _database.Clock.Advance(TimeSpan.FromMinutes(31));
        await _database.Get<ISandboxBank>().AnswerAsync(payment, approved: true, Cancel);
        return order;
    }

    private List<ServiceProvider> Guarded() => [.. Enumerable.Range(0, Nodes).Select(_ => _database.Build())];

    private List<ServiceProvider> Unguarded() =>
        [.. Enumerable.Range(0, Nodes).Select(_ => _database.Build(services => services.AddSingleton<IInterceptor, WithoutRowLocks>()))];

    private async Task<MadeEvent> NightAsync(int room) => await AnEvent.By(await AnOrganization.InAsync(_database.Services))
        .WithPool("Room", room).With("Standing", 25m, "Room").PublishedAsync();

    private async Task<MadeEvent> EarlyNightAsync() => await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 100)
        .With(new TicketTypeInput("Standing", "", "25") { Tiers = [new PriceTierInput(null, "Early bird", "10", Most: 1)] }, "Room").PublishedAsync();
}
