using Npgsql;
using Shouldly;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Many at once, for what only one can have. Each race has a twin with the guard off, which shows that there was something to guard.</summary>
public sealed class RaceTests(TestPostgres postgres) : IAsyncLifetime
{
    private const int Buyers = 50;
    private const int Connections = 30;
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Fifty_buyers_of_the_last_ticket_make_one_order()
    {
        var night = await NightAsync(room: 1);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Buyers).Select(_ => AnOrder.For(night).With(1, "Standing").TryAsync()));

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        outcomes.Where(o => o.Refusal is not null).ShouldAllBe(o => o.Refusal is NotEnoughLeft);
        (await _database.CountAsync("select count(*) from orders.orders")).ShouldBe(1);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(1);
    }

    [Fact]
    public async Task Looking_before_writing_sells_the_last_ticket_many_times_without_the_guards()
    {
        var night = await NightAsync(room: 1);
        await _database.AskAsync("alter table inventory.pools drop constraint pools_never_oversold");

        (await LookThenWriteAsync(night)).ShouldBeGreaterThan(1);

        (await night.PoolAsync("Room")).Claimed.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Looking_before_writing_is_stopped_by_the_database()
    {
        var night = await NightAsync(room: 1);

        (await LookThenWriteAsync(night)).ShouldBe(1);
    }

    [Fact]
    public async Task Carts_of_two_types_in_opposite_order_never_wait_for_each_other()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(_database.Services))
            .WithPool("Left", 1_000).WithPool("Right", 1_000).With("A", 10m, "Left").With("B", 10m, "Right").PublishedAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Buyers).Select(i =>
            (i % 2 == 0 ? AnOrder.For(night).With(1, "A").With(1, "B") : AnOrder.For(night).With(1, "B").With(1, "A")).TryAsync()));

        outcomes.ShouldAllBe(o => o.Refusal == null);
        (await night.PoolAsync("Left")).Claimed.ShouldBe(Buyers);
    }

    [Fact]
    public async Task Buyer_webhook_and_sweeper_at_once_make_one_paid_order()
    {
        var night = await NightAsync(room: 10);
        var order = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.AsksTheBuyer);
        var payment = (await order.ViewAsync()).Payment!.Id;
        _database.Clock.Advance(TimeSpan.FromMinutes(31));
        await _database.Get<ISandboxBank>().AnswerAsync(payment, approved: true, Cancel);

        await Task.WhenAll(
            Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _database.Get<Checkout>().ReturnAsync(order.Id, order.Secret, Cancel))),
            Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _database.Get<FollowPayment>().RunAsync(order.Id, payment, Cancel))),
            Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _database.Get<ExpireOrders>().RunAsync(Cancel))));

        (await order.StateAsync()).ShouldBe(OrderState.Paid);
        (await order.TicketsAsync()).Count.ShouldBe(2);
        (await _database.CountAsync("select count(*) from platform.outbox where key = $1 and fact = 'OrderPaid'", order.Id.Value)).ShouldBe(1);
        (await _database.CountAsync("select count(*) from payments.refunds")).ShouldBe(0);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(2);
    }

    [Fact]
    public async Task More_payers_than_connections_all_get_through()
    {
        var night = await NightAsync(room: 100);
        var few = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { MaxPoolSize = 5, Timeout = 10 };
        var services = _database.Build(connectionString: few.ConnectionString);
        var orders = new List<MadeOrder>();
        for (var i = 0; i < 30; i++)
            orders.Add(await AnOrder.For(night).With(1, "Standing").Through(services).StartedAsync());

        var results = await Task.WhenAll(orders.Select(o => o.PayAsync()));

        results.ShouldAllBe(r => r.Value.State == OrderState.Paid);
    }

    [Fact]
    public async Task Counters_equal_what_they_count_after_a_rush()
    {
        var night = await NightAsync(room: 40);
        string[] cards = [Cards.Succeeds, Cards.Declines, Cards.SucceedsLate];

        await Task.WhenAll(Enumerable.Range(0, Buyers).Select(async i =>
        {
            if ((await AnOrder.For(night).With(1 + (i % 3), "Standing").TryAsync()).IsDone(out var started, out _))
                await new MadeOrder(_database.Services, night, started.Id, started.Secret).PayAsync(cards[i % 3]);
        }));
        _database.Clock.Advance(TimeSpan.FromMinutes(16));
        await _database.Get<ExpireOrders>().RunAsync(Cancel);

        (await night.PoolAsync("Room")).Claimed.ShouldBe((int)await _database.CountAsync(
            "select coalesce(sum(i.count), 0) from inventory.reservations r join inventory.reservation_items i on i.reservation_id = r.id where r.state <> 'Released'"));
        (await _database.CountAsync("select count(*) from tickets.tickets")).ShouldBe(await _database.CountAsync(
            "select coalesce(sum(l.count), 0) from orders.orders o join orders.order_lines l on l.order_id = o.id where o.state = 'Paid'"));
    }

    /// <summary>What a hasty programmer would write: is there one left? Then take it.</summary>
    /// <returns>How many buyers were told that they have it.</returns>
    private async Task<int> LookThenWriteAsync(MadeEvent night)
    {
        using var everyoneHasLooked = new CountdownEvent(Connections);
        var told = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Factory.StartNew(() =>
        {
            using var connection = new NpgsqlConnection(_database.ConnectionString + ";Pooling=false");
            connection.Open();
            using var look = new NpgsqlCommand("select capacity - claimed from inventory.pools where id = $1", connection) { Parameters = { new() { Value = night.Pools["Room"].Value } } };
            var left = (int)look.ExecuteScalar()!;
            everyoneHasLooked.Signal();
            everyoneHasLooked.Wait(Cancel);
            if (left < 1)
                return false;
            using var take = new NpgsqlCommand("update inventory.pools set claimed = claimed + 1 where id = $1", connection) { Parameters = { new() { Value = night.Pools["Room"].Value } } };
            try
            {
                return take.ExecuteNonQuery() == 1;
            }
            catch (PostgresException e) when (e.ConstraintName == "pools_never_oversold")
            {
                return false;
            }
        }, Cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return told.Count(t => t);
    }

    private async Task<MadeEvent> NightAsync(int room) => await AnEvent.By(await AnOrganization.InAsync(_database.Services))
        .WithPool("Room", room).With("Standing", 25m, "Room").PublishedAsync();
}
