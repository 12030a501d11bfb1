using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Features.WaitingRoom.Domain;
using TicketWeb.Features.WaitingRoom.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.WaitingRoom;

/// <summary>Two nodes on one database, and people who are sent to either.</summary>
public sealed class WaitingTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string RowsOfAllTables = """
        select sum((xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', table_schema, table_name), false, true, '')))[1]::text::bigint)
        from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        """;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TestDatabase _database = new(postgres);
    private IServiceProvider[] _nodes = [];

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        // What one node seals another opens: in the app, their keys are in the database.
        var keys = _database.Get<IDataProtectionProvider>();
        _nodes = [_database.Services, _database.Build(services => services.Replace(ServiceDescriptor.Singleton(keys)))];
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Five_thousand_are_let_through_in_the_order_of_the_draw_and_no_faster_than_the_rate()
    {
        var night = await NightAsync();
        await PlanAsync(night, RoomMode.Scheduled, perMinute: 6_000, opensIn: TimeSpan.FromMinutes(5));
        await LookAsync();
        var rows = await _database.CountAsync(RowsOfAllTables);

        var early = new List<string>();
        foreach (var rush in Enumerable.Range(0, 5_000).Chunk(500))
            early.AddRange(await Task.WhenAll(rush.Select(i => TakeAsync(night, node: i))));
        foreach (var rush in early.Chunk(500))
            (await Task.WhenAll(rush.Select(e => FindAsync(night, e)))).ShouldAllBe(t => t.Standing == Standing.Gathered);
        _database.Clock.Advance(TimeSpan.FromMinutes(5));
        await LookAsync();
        var late = new List<string>();
        for (var i = 0; i < 200; i++)
            late.Add(await TakeAsync(night, node: i));

        var line = (await _database.Get<RoomBoard>().LookAsync(night.Slug, Cancel)).Room!.Line;
        var places = early.Concat(late).ToDictionary(token => token, token => line.PlaceOf(Opened(token).Number));
        early.Select(e => places[e]).Order().ShouldBe(Enumerable.Range(0, 5_000), "each place exactly once");
        late.Select(l => places[l]).ShouldBe(Enumerable.Range(5_000, 200), "and who came later behind, in order");
        early.OrderBy(e => Opened(e).Number).Take(500).Average(e => places[e]).ShouldBe(2_500, 400, "six standard deviations: coming first is no better");

        var order = new List<string>();
        for (var second = 2; order.Count < 5_200; second += 2)
        {
            second.ShouldBeLessThan(60, "5,200 at a hundred a second");
            _database.Clock.Advance(2 * Second);
            await LookAsync();
            var called = new List<string>();
            foreach (var token in places.Keys.Except(order))
            {
                if ((await FindAsync(night, token, node: second)).Standing == Standing.Called)
                    called.Add(token);
            }

            (order.Count + called.Count).ShouldBeLessThanOrEqualTo((100 * second) + 1, "never more than the rate allows");
            order.AddRange(called.OrderBy(c => places[c]));
        }

        order.Select(o => places[o]).ShouldBe(Enumerable.Range(0, 5_200), "nobody before somebody with a better place");
        order.Select(o => Opened(o).Id).Distinct().Count().ShouldBe(5_200);
        (await _database.CountAsync(RowsOfAllTables)).ShouldBe(rows, "nothing in the database grows with those who wait");
    }

    [Fact]
    public async Task People_who_come_together_are_counted_together()
    {
        var night = await NightAsync();
        await PlanAsync(night, RoomMode.Automatic, perMinute: 60);
        await _database.Get<DirectRoom>().OpenAsync(night.By.Access, night.Id, Cancel);
        await LookAsync();
        await _database.AskAsync("""
            create table writes (); create function note_write() returns trigger language plpgsql security definer as 'begin insert into public.writes default values; return new; end';
            create trigger note_write after update on waiting.rooms for each row execute function public.note_write();
            """);

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => TakeAsync(night, node: i)));

        (await _database.CountAsync("select joined from waiting.rooms")).ShouldBe(1_000);
        (await _database.CountAsync("select count(*) from writes")).ShouldBeInRange(2, 100, "one write for all who came while the one before ran");
    }

    [Fact]
    public async Task One_turn_starts_one_order_however_many_browsers_use_it_at_once()
    {
        var (night, turn) = await CalledAsync();

        var outcomes = await BuyAsync(night, turn, times: 20);

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        outcomes.Where(o => o.Refusal is not null).ShouldAllBe(o => o.Refusal is AdmissionUsed);
        (await _database.CountAsync("select count(*) from orders.orders")).ShouldBe(1);
        (await night.PoolAsync("Room")).Claimed.ShouldBe(1, "what the others had reserved went back");
    }

    [Fact]
    public async Task Without_its_index_one_turn_starts_many_orders()
    {
        var (night, turn) = await CalledAsync();
        await _database.AskAsync("""drop index orders."IX_orders_admission_id" """);

        var outcomes = await BuyAsync(night, turn, times: 20);

        outcomes.Count(o => o.Refusal is null).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_second_click_with_the_same_turn_is_the_same_order()
    {
        var (night, turn) = await CalledAsync();
        var key = new string('k', 40);

        var first = await StartAsync(night, turn, key);
        var second = await StartAsync(night, turn, key);

        second.Value.Id.ShouldBe(first.Value.Id);
    }

    [Fact]
    public async Task A_turn_that_could_not_buy_is_not_used_up()
    {
        var (night, turn) = await CalledAsync();
        var all = await AnOrder.For(night).With(10, "Standing").StartedAsync();

        (await StartAsync(night, turn, null)).Refusal.ShouldBeOfType<NotEnoughLeft>();
        _database.Clock.Advance(TimeSpan.FromMinutes(16));
        await _database.Get<ExpireOrders>().RunAsync(Cancel);

        (await StartAsync(night, turn, null)).Refusal.ShouldBeNull();
        all.Id.ShouldNotBe(default);
    }

    [Fact]
    public async Task Whoever_clicks_twice_when_nothing_is_left_hears_that_and_not_that_the_turn_is_used()
    {
        var (night, turn) = await CalledAsync();
        await AnOrder.For(night).With(10, "Standing").StartedAsync();

        (await BuyAsync(night, turn, times: 20)).ShouldAllBe(o => o.Refusal is NotEnoughLeft);
    }

    [Fact]
    public async Task A_place_is_kept_however_often_somebody_asks_for_one()
    {
        var night = await OpenAsync();
        var token = await TakeAsync(night);

        (await TakeAsync(night, token, node: 1)).ShouldBe(token);
    }

    [Theory]
    [InlineData("no place at all")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_we_did_not_seal_is_no_place(string forged)
    {
        var night = await OpenAsync();

        var turn = await FindAsync(night, forged);
        (turn.Standing, turn.Lost).ShouldBe((Standing.Outside, LostPlace.Unreadable));

        var place = await TakeAsync(night, forged);
        (await FindAsync(night, place)).Lost.ShouldBe(LostPlace.Unreadable, "whoever gets a new place is told why");
    }

    [Fact]
    public async Task A_place_that_was_changed_by_a_letter_is_none()
    {
        var night = await OpenAsync();
        var token = await TakeAsync(night);
        var changed = token[..^5] + (token[^5] == 'A' ? 'B' : 'A') + token[^4..];

        (await FindAsync(night, changed)).Standing.ShouldBe(Standing.Outside);
    }

    [Fact]
    public async Task A_place_for_one_event_is_none_for_another()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        var token = await TakeAsync(one);

        var turn = await FindAsync(other, token);

        (turn.Standing, turn.Lost).ShouldBe((Standing.Outside, LostPlace.Unreadable));
    }

    [Fact]
    public async Task Whoever_missed_their_turn_starts_again_at_the_end()
    {
        var night = await OpenAsync();
        var token = await TakeAsync(night);
        await Task.WhenAll(Enumerable.Range(0, 99).Select(_ => TakeAsync(night)));
        for (var i = 0; i < 13; i++)
        {
            _database.Clock.Advance(TimeSpan.FromSeconds(61));
            await LookAsync();
        }

        (await FindAsync(night, token)).Standing.ShouldBe(Standing.Missed);
        var again = await TakeAsync(night, token);

        Opened(again).Number.ShouldBe(100);
        (await FindAsync(night, again)).Lost.ShouldBe(LostPlace.Missed);
    }

    [Fact]
    public async Task Buyers_on_all_nodes_together_open_it()
    {
        var night = await NightAsync();
        await PlanAsync(night, RoomMode.Automatic, perMinute: 60);
        await Task.WhenAll(_nodes.Select((_, node) => FindAsync(night, null, node)));
        foreach (var demand in _nodes.Select(n => n.GetRequiredService<NoteDemand>()))
        {
            for (var i = 0; i < 6; i++)
                demand.Came(night.Slug);
        }

        await LookAsync();
        await LookAsync();

        (await FindAsync(night, null)).Standing.ShouldBe(Standing.Outside, "six on each are more than ten in ten seconds");
    }

    [Fact]
    public async Task A_refusal_for_want_of_speed_is_heard_and_another_is_not()
    {
        var night = await NightAsync();
        await PlanAsync(night, RoomMode.Automatic, perMinute: 60);
        await FindAsync(night, null);
        var demand = _database.Get<NoteDemand>();

        demand.Answered(night.Slug, new NothingChosen());
        await LookAsync();
        (await FindAsync(night, null)).Standing.ShouldBe(Standing.Free);

        demand.Answered(night.Slug, new StockIsBusy());
        await LookAsync();
        (await FindAsync(night, null)).Standing.ShouldBe(Standing.Outside);
    }

    [Fact]
    public async Task Those_who_wait_are_told_when_everything_is_taken()
    {
        var night = await OpenAsync();
        var token = await TakeAsync(night);
        (await FindAsync(night, token)).SoldOut.ShouldBeFalse();

        await AnOrder.For(night).With(10, "Standing").PaidAsync();
        await LookAsync();

        (await FindAsync(night, token)).SoldOut.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_its_own_team_directs_a_room_and_only_those_who_may()
    {
        var night = await OpenAsync();
        var stranger = (await AnOrganization.InAsync(_database.Services, "Harbour House")).Access;
        var reader = night.By.Access with { Role = Role.ReadOnly };

        foreach (var access in new[] { stranger, reader })
        {
            (await _database.Get<DirectRoom>().LetEveryoneInAsync(access, night.Id, Cancel)).Refusal.ShouldBeOfType<NotFound>();
            (await _database.Get<SetUpRoom>().RunAsync(access, night.Id, new RoomInput(RoomMode.Off, null, 60), Cancel)).Refusal.ShouldBeOfType<NotFound>();
            (await _database.Get<ShowRoom>().RunAsync(access, night.Id, Cancel)).ShouldBe(RoomFigures.None);
        }

        (await _database.Get<ShowRoom>().RunAsync(night.By.Access, night.Id, Cancel)).State.ShouldBe(RoomState.Calling);
    }

    [Fact]
    public async Task Two_of_the_team_who_set_it_up_at_once_make_one_room()
    {
        var night = await NightAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PlanAsync(night, RoomMode.Automatic, perMinute: 60)));

        (await _database.CountAsync("select count(*) from waiting.rooms")).ShouldBe(1);
    }

    private async Task<(MadeEvent Night, Turn Turn)> CalledAsync()
    {
        var night = await OpenAsync();
        var token = await TakeAsync(night);
        _database.Clock.Advance(2 * Second);
        await LookAsync();
        var turn = await FindAsync(night, token);
        turn.Standing.ShouldBe(Standing.Called);
        return (night, turn);
    }

    /// <summary>Buys on both nodes at once; the pool is held until both have seen that the turn is unused.</summary>
    private async Task<Outcome<StartedOrder>[]> BuyAsync(MadeEvent night, Turn turn, int times)
    {
        await using var hold = await _database.HoldAsync("select from inventory.pools for update");
        var buying = Task.WhenAll(Enumerable.Range(0, times).Select(i => StartAsync(night, turn, null, node: i)));
        await _database.WaitForLocksAsync(_nodes.Length);
        await hold.DisposeAsync();
        return await buying;
    }

    private Task<Outcome<StartedOrder>> StartAsync(MadeEvent night, Turn turn, string? key, int node = 0) => On(node).GetRequiredService<StartOrder>().RunAsync(
        night.Slug, new OrderInput([new TicketCount(night.Types["Standing"], 1)], Channel.Storefront, key) { Admission = turn.Admission }, Cancel);

    private async Task<MadeEvent> NightAsync() => await AnEvent.By(await AnOrganization.InAsync(_database.Services))
        .WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();

    /// <summary>A night whose line moves at one a second.</summary>
    private async Task<MadeEvent> OpenAsync()
    {
        var night = await NightAsync();
        await PlanAsync(night, RoomMode.Automatic, perMinute: 60);
        (await _database.Get<DirectRoom>().OpenAsync(night.By.Access, night.Id, Cancel)).Refusal.ShouldBeNull();
        return night;
    }

    private async Task PlanAsync(MadeEvent night, RoomMode mode, int perMinute, TimeSpan? opensIn = null)
    {
        var opensAt = (_database.Clock.GetUtcNow() + opensIn)?.LocalTime("Europe/London").DateTime;
        (await _database.Get<SetUpRoom>().RunAsync(night.By.Access, night.Id, new RoomInput(mode, opensAt, perMinute), Cancel)).Refusal.ShouldBeNull();
    }

    private async Task<string> TakeAsync(MadeEvent night, string? token = null, int node = 0) =>
        (await On(node).GetRequiredService<TakePlace>().RunAsync(night.Slug, token, used: false, Cancel))!;

    private Task<Turn> FindAsync(MadeEvent night, string? token, int node = 0) => On(node).GetRequiredService<FindTurn>().RunAsync(night.Slug, token, Cancel);

    /// <summary>What every node's keeper does once a second.</summary>
    private async Task LookAsync()
    {
        foreach (var node in _nodes)
            await node.GetRequiredService<RoomBoard>().RefreshAsync(Cancel);
    }

    private Place Opened(string token) => _database.Get<PlaceTokens>().Open(token)!;

    private IServiceProvider On(int node) => _nodes[node % _nodes.Length];
}
