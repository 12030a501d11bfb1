using Shouldly;
using TicketWeb.Features.Door;
using TicketWeb.Features.Door.UseCases;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>Four for one person, however many orders they make.</summary>
public sealed class PersonLimitTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_a_person_has_paid_for_counts_under_every_spelling_of_their_address()
    {
        var night = await NightAsync();
        await (await AnOrder.For(night).With(3, "Standing").StartedAsync()).PayAsync(email: "ada@buyers.example");

        var second = await AnOrder.For(night).With(2, "Standing").StartedAsync();
        var refused = (await second.PayAsync(email: " Ada@Buyers.example ")).Refusal.ShouldBeOfType<OverPersonLimit>();

        (refused.Most, refused.Already).ShouldBe((4, 3));
        (await second.StateAsync()).ShouldBe(OrderState.Reserved, "the seats stay theirs, for another address or fewer of them");
        (await (await AnOrder.For(night).With(1, "Standing").StartedAsync()).PayAsync(email: "ada@buyers.example")).Value.State.ShouldBe(OrderState.Paid);
    }

    [Fact]
    public async Task Others_and_other_types_and_other_events_do_not_count()
    {
        var night = await NightAsync();
        var other = await NightAsync();
        await (await AnOrder.For(night).With(4, "Standing").StartedAsync()).PayAsync();

        (await (await AnOrder.For(night).With(4, "Standing").StartedAsync()).PayAsync(email: "eve@buyers.example")).Value.State.ShouldBe(OrderState.Paid);
        (await (await AnOrder.For(night).With(9, "Seat").StartedAsync()).PayAsync()).Value.State.ShouldBe(OrderState.Paid);
        (await (await AnOrder.For(other).With(4, "Standing").StartedAsync()).PayAsync()).Value.State.ShouldBe(OrderState.Paid);
    }

    [Fact]
    public async Task Tickets_still_count_when_their_holders_are_inside()
    {
        var night = await NightAsync();
        var order = await AnOrder.For(night).With(4, "Standing").PaidAsync();
        _database.Clock.Advance((await _database.Get<IEvents>().FindAsync(night.Id, Cancel))!.StartsAt - _database.Clock.GetUtcNow());
        var pairing = (await _database.Get<CreatePairing>().RunAsync(night.By.Access, night.Id, "", Cancel)).Value;
        var paired = (await _database.Get<PairDevice>().RunAsync(pairing.Code, "Main entrance", Cancel)).Value;
        var device = (await _database.Get<RecogniseDevice>().RunAsync($"Bearer {paired.Token}", Cancel)).Value;
        var now = _database.Clock.GetUtcNow();
        foreach (var ticket in await order.TicketsAsync())
            (await _database.Get<ScanTicket>().RunAsync(device, new ScanInput(Id.New<ScanId>(), ticket.Code, now, now), Cancel)).Verdict.ShouldBe(Verdict.Admit);

        (await (await AnOrder.For(night).With(1, "Standing").StartedAsync()).PayAsync()).Refusal.ShouldBeOfType<OverPersonLimit>();
    }

    [Fact]
    public async Task A_refused_order_does_not_count_against_the_one_that_was_first()
    {
        var night = await NightAsync();
        var first = await AnOrder.For(night).With(3, "Standing").StartedAsync();
        await first.PayAsync(Cards.Declines);
        var second = await AnOrder.For(night).With(3, "Standing").StartedAsync();
        (await second.PayAsync()).Refusal.ShouldBeOfType<OverPersonLimit>();

        (await first.PayAsync()).Value.State.ShouldBe(OrderState.Paid);
    }

    [Fact]
    public async Task What_expired_does_not_count()
    {
        var night = await NightAsync();
        await (await AnOrder.For(night).With(4, "Standing").StartedAsync()).PayAsync(Cards.Declines);
        _database.Clock.Advance(TimeSpan.FromMinutes(16));
        await _database.Get<ExpireOrders>().RunAsync(Cancel);

        (await (await AnOrder.For(night).With(4, "Standing").StartedAsync()).PayAsync()).Value.State.ShouldBe(OrderState.Paid);
    }

    [Fact]
    public async Task One_order_cannot_hold_more_than_one_person_may_have()
    {
        var night = await NightAsync();

        (await AnOrder.For(night).With(5, "Standing").TryAsync()).Refusal.ShouldBe(new OutsideLimits("Standing", 1, 4));
    }

    [Fact]
    public async Task Many_orders_of_one_person_paid_at_once_on_two_nodes_stay_within_the_limit()
    {
        var night = await NightAsync();

        (await PayTwentyAtOnceAsync(night, _database.Build(), _database.Build())).ShouldBe(4);
    }

    /// <summary>The twin of the one above: without the lock, nodes that look at the same moment all see room.</summary>
    [Fact]
    public async Task Without_the_lock_they_do_not()
    {
        const int Nodes = 6;
        var night = await NightAsync();
        await _database.AskAsync("""
            create schema shadow;
            create function shadow.pg_advisory_xact_lock(bigint) returns void language sql as 'select';
            grant usage on schema shadow to public;
            """);
        var unguarded = _database.ConnectionString + ";Search Path=\"shadow,pg_catalog,public\"";

        // Nobody writes an attempt down before all have counted.
        await using var hold = await _database.HoldAsync("lock table payments.payments in share mode");
        var paying = PayTwentyAtOnceAsync(night, [.. Enumerable.Range(0, Nodes).Select(_ => _database.Build(connectionString: unguarded))]);
        await _database.WaitForLocksAsync(Nodes);
        await hold.DisposeAsync();

        (await paying).ShouldBeGreaterThan(4);
    }

    private static async Task<int> PayTwentyAtOnceAsync(MadeEvent night, params IServiceProvider[] nodes)
    {
        var orders = new List<MadeOrder>();
        for (var i = 0; i < 20; i++)
            orders.Add(await AnOrder.For(night).With(1, "Standing").Through(nodes[i % nodes.Length]).StartedAsync());

        var outcomes = await Task.WhenAll(orders.Select(o => o.PayAsync()));

        outcomes.Where(o => o.Refusal is not null).ShouldAllBe(o => o.Refusal is OverPersonLimit);
        return outcomes.Count(o => o.Refusal is null);
    }

    private async Task<MadeEvent> NightAsync() => await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 100)
        .With(new TicketTypeInput("Standing", "", "25", MostPerPerson: 4), "Room").With("Seat", 40m, "Room").PublishedAsync();
}
