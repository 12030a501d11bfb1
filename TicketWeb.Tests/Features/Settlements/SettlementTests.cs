using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Settlements;

/// <summary>Periods of an organization in London. The clock stands at noon on Monday, 1 March 2027.</summary>
public sealed class SettlementTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly DateOnly FirstOfMarch = new(2027, 3, 1);

    private readonly TestDatabase _database = new(postgres);
    private MadeEvent _night = null!;

    private Access Access => _night.By.Access;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 20).With("Standing", 25m, "Room").PublishedAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_statement_says_what_is_owed_and_what_happens_later_is_the_next_ones()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").PaidAsync();
        await AdjustAsync("-10.00");
        _database.Clock.Advance(TimeSpan.FromDays(1));

        var first = (await CloseAsync(FirstOfMarch)).Value;
        _ = (await _database.Get<RefundOrder>().RunAsync(Access, order.Id, new RefundInput([1], RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel)).Value;

        var closed = (await ShowAsync(first))!;
        (closed.Row!.Number, closed.Row.FirstDay, closed.Row.LastDay).ShouldBe((1, FirstOfMarch, FirstOfMarch));
        (closed.Owed.Minor, closed.Row.Owed.Minor).ShouldBe((40_00, 40_00));
        (closed.Of(EntryKind.Sale).Moved.FromBuyers, closed.Total.Platform).ShouldBe((54_00, 14_00));
        closed.Of(EntryKind.Refund).Count.ShouldBe(0);
        var open = (await ShowAsync(null))!;
        (open.FirstDay, open.Owed.Minor, open.Of(EntryKind.Refund).Moved.FromBuyers).ShouldBe((new DateOnly(2027, 3, 2), -25_00, -27_00));
        (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_booked_at_midnight_belongs_to_the_day_that_begins()
    {
        _database.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromTicks(10));
        await AdjustAsync("1.00");
        _database.Clock.Advance(TimeSpan.FromTicks(10));
        await AdjustAsync("2.00");

        (await ShowAsync((await CloseAsync(FirstOfMarch)).Value))!.Owed.Minor.ShouldBe(1_00);
        (await ShowAsync(null))!.Owed.Minor.ShouldBe(2_00);
    }

    [Fact]
    public async Task What_is_booked_late_for_a_closed_day_comes_into_the_next_statement()
    {
        await AdjustAsync("1.00");
        _database.Clock.Advance(TimeSpan.FromDays(1));
        await CloseAsync(FirstOfMarch);
        await _database.AskAsync(
            "insert into settlements.entries select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'source_id', gen_random_uuid()))).* from settlements.entries e");
        _database.Clock.Advance(TimeSpan.FromDays(1));

        var second = (await CloseAsync(FirstOfMarch.AddDays(1))).Value;

        (await ShowAsync(second))!.Owed.Minor.ShouldBe(1_00);
        (await _database.Get<ListStatements>().RunAsync(Access, Cancel)).Select(s => (s.Number, s.Owed.Minor)).ShouldBe([(2, 1_00), (1, 1_00)]);
    }

    [Fact]
    public async Task Of_many_who_close_a_period_at_once_one_does()
    {
        await AdjustAsync("1.00");
        _database.Clock.Advance(TimeSpan.FromDays(1));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CloseAsync(FirstOfMarch))));

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        outcomes.Where(o => o.Refusal is not null).ShouldAllBe(o => o.Refusal is PeriodClosed);
    }

    [Fact]
    public async Task The_same_adjustment_sent_twice_is_one()
    {
        var key = Guid.NewGuid();

        await AdjustAsync("5.00", key);
        await AdjustAsync("5.00", key);

        (await ShowAsync(null))!.Owed.Minor.ShouldBe(5_00);
    }

    [Fact]
    public async Task Managers_look_and_do_not_touch_and_others_organizations_see_nothing()
    {
        await AdjustAsync("5.00");
        _database.Clock.Advance(TimeSpan.FromDays(1));
        var statement = (await CloseAsync(FirstOfMarch)).Value;
        var manager = Access with { Role = Role.Manager };
        var stranger = (await AnOrganization.InAsync(_database.Services, "Slow Water")).Access;

        (await _database.Get<ShowStatement>().RunAsync(manager, statement, Cancel)).ShouldNotBeNull();
        (await _database.Get<CloseStatement>().RunAsync(manager, FirstOfMarch, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await _database.Get<AdjustBook>().RunAsync(manager, new AdjustmentInput("1", "Because.", Guid.NewGuid()), Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await _database.Get<ShowStatement>().RunAsync(Access with { Role = Role.BoxOffice }, statement, Cancel)).ShouldBeNull();
        (await _database.Get<ShowStatement>().RunAsync(stranger, statement, Cancel)).ShouldBeNull();
        (await _database.Get<ListEntries>().RunAsync(stranger, statement, null, null, Cancel)).ShouldBeNull();
        (await _database.Get<ListEntries>().RunAsync(stranger, null, null, null, Cancel))!.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Entries_are_listed_page_by_page_and_each_once()
    {
        var order = await AnOrder.For(_night).With(1, "Standing").PaidAsync();
        for (var i = 0; i < 55; i++)
            await AdjustAsync("1.00");

        var first = (await _database.Get<ListEntries>().RunAsync(Access, null, null, null, Cancel))!;
        var second = (await _database.Get<ListEntries>().RunAsync(Access, null, null, first.Next, Cancel))!;

        first.Entries.Concat(second.Entries).Select(e => e.Id).Distinct().Count().ShouldBe(56);
        (first.Entries.Count, second.Entries.Count, second.Next).ShouldBe((50, 6, null));
        var sale = (await _database.Get<ListEntries>().RunAsync(Access, null, EntryKind.Sale, null, Cancel))!.Entries.ShouldHaveSingleItem();
        sale.OrderNumber.ShouldBe((await order.ViewAsync()).Number);
    }

    private async Task AdjustAsync(string amount, Guid? key = null) =>
        (await _database.Get<AdjustBook>().RunAsync(Access, new AdjustmentInput(amount, "Counted again.", key ?? Guid.NewGuid()), Cancel)).Refusal.ShouldBeNull();

    private Task<Outcome<StatementId>> CloseAsync(DateOnly day) => _database.Get<CloseStatement>().RunAsync(Access, day, Cancel);

    private Task<StatementView?> ShowAsync(StatementId? id) => _database.Get<ShowStatement>().RunAsync(Access, id, Cancel);
}
