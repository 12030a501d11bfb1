using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using TicketWeb.Features.BoxOffice;
using TicketWeb.Features.BoxOffice.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.BoxOffice;

/// <summary>The day's takings, and drawers that are counted.</summary>
public sealed class ClosingTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private MadeEvent _night = null!;
    private Access _manager = null!;
    private Access _desk = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 40).With("Standing", 25m, "Room").With("Guests", 0m, "Room").PublishedAsync();
        _manager = _night.By.Access with { AccountId = Guid.NewGuid(), Role = Role.Manager };
        _desk = _night.By.Access with { AccountId = Guid.NewGuid(), Role = Role.BoxOffice };
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_day_is_told_by_person_and_tender_and_everybody_sees_what_is_theirs()
    {
        await SellAsync(_desk, 2, Tender.Cash);
        await SellAsync(_desk, 1, Tender.Cash);
        await SellAsync(_desk, 3, Tender.Voucher);
        await ADeskSale.Of(_night).With(2, "Guests").By(_desk).SoldAsync();
        await ADeskSale.Of(_night).With(4, "Standing").By(_manager).Comp("Press").SoldAsync();

        var own = (await TakingsAsync(_desk)).Operators.ShouldHaveSingleItem();
        own.ByTender.Select(t => (t.Tender, t.Sales, t.Sold.Minor)).ShouldBe([(Tender.Cash, 2, 7500), (Tender.Voucher, 1, 7500), (null, 1, 0)]);
        own.Drawer!.Lines.Select(l => (l.Tender, l.Expected.Minor)).ShouldBe([(Tender.Cash, 7500), (Tender.Voucher, 7500)]);
        var all = await TakingsAsync(_manager);
        (all.Operators.Count, all.Entries.Count).ShouldBe((2, 5));
        all.Operators.Single(o => o.Operator == _manager.AccountId).Comps.ShouldBe(4);
        (await _database.Get<ShowTakings>().RunAsync(_desk with { Role = Role.Door }, null, Cancel)).ShouldBeNull();
        (await TakingsAsync((await AnOrganization.InAsync(_database.Services, "Mill Street Arts")).Access)).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_ends_at_midnight_in_the_organizations_zone()
    {
        // Summer: it is an hour later in London than in UTC.
        _database.Clock.Advance(new DateTimeOffset(2027, 3, 30, 22, 59, 0, TimeSpan.Zero) - _database.Clock.GetUtcNow());
        var night = await AnEvent.By(_night.By).Called("Slow Water").WithPool("Room", 9).With("Standing", 25m, "Room").PublishedAsync();
        await ADeskSale.Of(night).With(1, "Standing").SoldAsync();
        _database.Clock.Advance(TimeSpan.FromMinutes(2));
        await ADeskSale.Of(night).With(2, "Standing").SoldAsync();

        (await TakingsAsync(_manager, new DateOnly(2027, 3, 30))).Entries.ShouldHaveSingleItem().Tickets.ShouldBe(1);
        var today = await TakingsAsync(_manager);
        (today.Day, today.Entries.ShouldHaveSingleItem().Tickets).ShouldBe((new DateOnly(2027, 3, 31), 2));
        today.Operators.ShouldHaveSingleItem().Drawer!.Lines[0].Expected.Minor.ShouldBe(7500, "nobody has closed yesterday's");
    }

    [Fact]
    public async Task A_closed_drawer_stays_as_it_was_and_the_next_begins_empty()
    {
        await SellAsync(_desk, 2, Tender.Cash);
        var input = Counted(5000, "49.50") with { Note = "A guest was short of change." };

        (await ErrorsAsync(input with { Note = " " })).ShouldBe(["note"]);
        (await ErrorsAsync(input with { Counts = [new CountInput(Tender.Cash, 5000, "much")] })).ShouldBe(["counted-Cash"]);
        var closed = (await CloseAsync(_desk, input)).Value;
        (await CloseAsync(_desk, input)).Value.ShouldBe(closed, "two clicks close once");
        (await CloseAsync(_desk, Counted(0, "0"))).Refusal.ShouldBeOfType<NothingToClose>();
        await SellAsync(_desk, 1, Tender.Cash);

        var view = await TakingsAsync(_desk);
        var closing = view.Closings.ShouldHaveSingleItem();
        var cash = closing.Lines.ShouldHaveSingleItem();
        (cash.Expected.Minor, cash.Counted.Minor, cash.Difference.Minor, closing.Note).ShouldBe((5000, 4950, -50, "A guest was short of change."));
        view.Operators.ShouldHaveSingleItem().Drawer!.Lines[0].Expected.Minor.ShouldBe(2500);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Every_tender_is_counted_and_a_difference_in_any_has_a_note()
    {
        await SellAsync(_desk, 2, Tender.Cash);
        await SellAsync(_desk, 3, Tender.CardTerminal);
        await SellAsync(_desk, 1, Tender.Voucher);
        await ADeskSale.Of(_night).With(2, "Guests").By(_desk).SoldAsync();
        var input = Counted([new CountInput(Tender.Cash, 5000, "50"), new CountInput(Tender.CardTerminal, 7500, "50"), new CountInput(Tender.Voucher, 2500, "25")]);

        (await ErrorsAsync(input)).ShouldBe(["note"]);
        (await ErrorsAsync(input with { Counts = [input.Counts[0] with { Counted = null }, input.Counts[1], input.Counts[2] with { Counted = "one" }] })).ShouldBe(["counted-Cash", "counted-Voucher", "note"]);
        (await TakingsAsync(_desk)).Closings.ShouldBeEmpty();
        _ = (await CloseAsync(_desk, input with { Note = "A slip is lost." })).Value;

        var view = await TakingsAsync(_desk);
        view.Closings.ShouldHaveSingleItem().Lines.Select(l => (l.Tender, l.Expected.Minor, l.Counted.Minor, l.Difference.Minor)).ShouldBe(
            [(Tender.Cash, 5000, 5000, 0), (Tender.CardTerminal, 7500, 5000, -2500), (Tender.Voucher, 2500, 2500, 0)]);
        view.Operators.ShouldHaveSingleItem().Drawer.ShouldBeNull();
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task What_was_in_the_drawer_at_the_start_is_no_takings()
    {
        await SellAsync(_desk, 2, Tender.Cash);
        var input = Counted(5000, "£150") with { CashAtStart = " 100 " };

        (await ErrorsAsync(input with { CashAtStart = "some" })).ShouldBe(["cash-at-start"]);
        (await ErrorsAsync(input with { CashAtStart = "-100", Note = "Odd" })).ShouldBe(["cash-at-start"]);
        _ = (await CloseAsync(_desk, input)).Value;

        var closing = (await TakingsAsync(_desk)).Closings.ShouldHaveSingleItem();
        (closing.CashAtStart!.Value.Minor, closing.Lines[0].Counted.Minor, closing.Lines[0].Difference.Minor).ShouldBe((10000, 5000, 0));
    }

    [Theory]
    [InlineData(Tender.Cash, 7500)]
    [InlineData(Tender.CardTerminal, 5000)]
    [InlineData(Tender.Voucher, 2500)]
    public async Task Whoever_counts_while_somebody_sells_counts_again(Tender meanwhile, long expected)
    {
        await SellAsync(_desk, 2, Tender.Cash);
        await SellAsync(_desk, 1, Tender.CardTerminal);
        var input = Counted([new CountInput(Tender.Cash, 5000, "50"), new CountInput(Tender.CardTerminal, 2500, "25")]);
        await SellAsync(_desk, 1, meanwhile);

        (await CloseAsync(_desk, input)).Refusal.ShouldBe(new DrawerHasMoved(meanwhile, new Money(expected, Currency.Of("GBP"))));

        (await TakingsAsync(_desk)).Closings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tender_that_somebody_else_has_closed_since_is_counted_again()
    {
        await SellAsync(_desk, 2, Tender.Cash);
        await SellAsync(_desk, 1, Tender.Voucher);
        var input = Counted([new CountInput(Tender.Cash, 5000, "50"), new CountInput(Tender.Voucher, 2500, "25")]);
        _ = (await CloseAsync(_manager, input with { Key = Guid.NewGuid() })).Value;
        await SellAsync(_desk, 2, Tender.Cash);

        (await CloseAsync(_desk, input)).Refusal.ShouldBe(new DrawerHasMoved(Tender.Voucher, Money.Zero(Currency.Of("GBP"))));
    }

    [Fact]
    public async Task Nodes_of_the_version_before_close_drawers_by_their_cash()
    {
        await SellAsync(_desk, 2, Tender.Cash);
        await SellAsync(_desk, 1, Tender.Voucher);
        await _database.AskAsync(
            """
            set role ticketweb_service;
            with closed as (
                insert into box_office.closings (id, organization_id, operator, key, currency, expected, counted, note, since, closed_by, closed_at)
                select gen_random_uuid(), organization_id, operator, gen_random_uuid(), currency, 5000, 5000, '', at, operator, at from box_office.drawer_entries limit 1
                returning id)
            update box_office.drawer_entries set closing_id = closed.id from closed
            """);

        var closing = (await TakingsAsync(_desk)).Closings.ShouldHaveSingleItem();
        (closing.CashAtStart, closing.Lines.ShouldHaveSingleItem().Tender).ShouldBe((null, Tender.Cash));
        await ShouldBalanceAsync();
    }

    [Theory]
    [InlineData("update box_office.closings set counted = 0")]
    [InlineData("delete from box_office.counted_tenders")]
    public async Task Nobody_changes_a_closing(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => _database.AskAsync($"set role ticketweb_service; {sql}"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    [Fact]
    public async Task A_file_has_a_line_for_each_person_and_tender_and_for_each_that_is_open_or_was_counted()
    {
        await SellAsync(_desk, 2, Tender.Cash);
        await SellAsync(_desk, 1, Tender.CardTerminal);
        TakingsFile.Rows(await TakingsAsync(_desk), "Europe/London").Where(r => r.StartsWith("in the drawer", StringComparison.Ordinal)).ShouldBe(
        [
            "in the drawer,Somebody who has left,Cash,GBP,,,,,,,2027-03-01T12:00:00+00:00,,,,50.00,,,\r\n",
            "in the drawer,Somebody who has left,Card terminal,GBP,,,,,,,2027-03-01T12:00:00+00:00,,,,25.00,,,\r\n",
        ]);
        await ADeskSale.Of(_night).With(4, "Standing").By(_manager).Comp("Press").SoldAsync();
        _ = (await CloseAsync(_desk, Counted([new CountInput(Tender.Cash, 5000, "150"), new CountInput(Tender.CardTerminal, 2500, "20")]) with { CashAtStart = "100", Note = "=1+1, \"lost\"" })).Value;

        TakingsFile.Rows(await TakingsAsync(_manager), "Europe/London").ShouldBe(
        [
            "taken,Somebody who has left,Cash,GBP,1,50.00,0,0.00,50.00,,,,,,,,,\r\n",
            "taken,Somebody who has left,Card terminal,GBP,1,25.00,0,0.00,25.00,,,,,,,,,\r\n",
            "given away,Somebody who has left,,,,,,,,4,,,,,,,,\r\n",
            "in the drawer,Somebody who has left,Cash,GBP,,,,,,,2027-03-01T12:00:00+00:00,,,,0.00,,,\r\n",
            "counted,Somebody who has left,Cash,GBP,,,,,,,2027-03-01T12:00:00+00:00,2027-03-01T12:00:00+00:00,Somebody who has left,100.00,50.00,50.00,0.00,\"'=1+1, \"\"lost\"\"\"\r\n",
            "counted,Somebody who has left,Card terminal,GBP,,,,,,,2027-03-01T12:00:00+00:00,2027-03-01T12:00:00+00:00,Somebody who has left,,25.00,20.00,-5.00,\"'=1+1, \"\"lost\"\"\"\r\n",
        ], ignoreOrder: true);
        TakingsFile.Rows(await TakingsAsync(_desk), "Europe/London").Count().ShouldBe(4, "what a colleague gave away is not theirs to see");
        TakingsFile.Head.Split(',').Length.ShouldBe(18);
    }

    [Fact]
    public async Task Managers_close_any_drawer_and_the_desk_its_own()
    {
        await SellAsync(_desk, 2, Tender.Cash);
        await SellAsync(_manager, 2, Tender.Cash);

        (await CloseAsync(_desk, Counted(5000, "50", _manager))).Refusal.ShouldBeOfType<NotFound>();
        (await CloseAsync(_manager, Counted(5000, "50"))).Refusal.ShouldBeNull();
        (await CloseAsync(_manager, Counted(5000, "50", _manager))).Refusal.ShouldBeNull();
        (await TakingsAsync(_desk)).Closings.ShouldHaveSingleItem();
        (await TakingsAsync(_manager)).Closings.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_who_close_a_drawer_at_once_close_it_once()
    {
        var outcomes = await CloseTwiceAtOnceAsync(_database.Services);

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        outcomes.Single(o => o.Refusal is not null).Refusal.ShouldBeOfType<NothingToClose>();
        (await _database.CountAsync("select count(*) from box_office.counted_tenders")).ShouldBe(1);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Without_the_lock_the_same_money_is_counted_twice()
    {
        var outcomes = await CloseTwiceAtOnceAsync(_database.Build(s => s.AddSingleton<IInterceptor, WithoutRowLocks>()));

        outcomes.ShouldAllBe(o => o.Refusal == null);
        (await DifferencesAsync()).Select(d => d[(d.IndexOf("says", StringComparison.Ordinal))..]).ShouldBe(
        [
            "says that 5000 (minor units) should have been there in Cash, but its entries come to nothing.",
            "says that 2500 (minor units) should have been there in CardTerminal, but its entries come to nothing.",
        ], ignoreOrder: true);
    }

    /// <summary>Both have looked for what is in the drawer before either has closed it.</summary>
    private async Task<Outcome<ClosingId>[]> CloseTwiceAtOnceAsync(IServiceProvider services)
    {
        await SellAsync(_desk, 2, Tender.Cash);
        await SellAsync(_desk, 1, Tender.CardTerminal);
        var input = Counted([new CountInput(Tender.Cash, 5000, "50"), new CountInput(Tender.CardTerminal, 2500, "25")]);
        await using var held = await _database.HoldAsync("lock table box_office.closings in access exclusive mode");
        var closing = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => services.GetRequiredService<CloseDrawer>().RunAsync(_desk, input with { Key = Guid.NewGuid() }, Cancel)));
        await _database.WaitForLocksAsync(2);
        await held.DisposeAsync();
        return await closing;
    }

    private Task<MadeOrder> SellAsync(Access by, int count, Tender tender) =>
        ADeskSale.Of(_night).With(count, "Standing").By(by).SoldAsync(ADeskSale.Cash with { Tender = tender, Reference = "0117" });

    private ClosingInput Counted(long cash, string counted, Access? of = null) => Counted([new CountInput(Tender.Cash, cash, counted)], of);

    private ClosingInput Counted(CountInput[] counts, Access? of = null) => new((of ?? _desk).AccountId, counts, null, null, Guid.NewGuid());

    private async Task<IEnumerable<string>> ErrorsAsync(ClosingInput input) => (await CloseAsync(_desk, input)).Refusal.ShouldBeOfType<InvalidInput>().Errors.Select(e => e.Field);

    private Task<Outcome<ClosingId>> CloseAsync(Access by, ClosingInput input) => _database.Get<CloseDrawer>().RunAsync(by, input, Cancel);

    private async Task<TakingsView> TakingsAsync(Access by, DateOnly? day = null) => (await _database.Get<ShowTakings>().RunAsync(by, day, Cancel))!;

    private async Task<List<string>> DifferencesAsync() => [.. (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences)];

    private async Task ShouldBalanceAsync() => (await DifferencesAsync()).ShouldBeEmpty();
}
