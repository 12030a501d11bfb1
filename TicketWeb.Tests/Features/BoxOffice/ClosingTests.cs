using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
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
        own.Drawer!.Cash.Minor.ShouldBe(7500, "a voucher is no cash");
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
        today.Operators.ShouldHaveSingleItem().Drawer!.Cash.Minor.ShouldBe(7500, "nobody has closed yesterday's");
    }

    [Fact]
    public async Task A_closed_drawer_stays_as_it_was_and_the_next_begins_empty()
    {
        await SellAsync(_desk, 2, Tender.Cash);
        var input = Counted(5000, "49.50") with { Note = "A guest was short of change." };

        (await CloseAsync(_desk, input with { Note = " " })).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("note");
        (await CloseAsync(_desk, input with { Counted = "much" })).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("counted");
        var closed = (await CloseAsync(_desk, input)).Value;
        (await CloseAsync(_desk, input)).Value.ShouldBe(closed, "two clicks close once");
        (await CloseAsync(_desk, Counted(0, "0"))).Refusal.ShouldBeOfType<NothingToClose>();
        await SellAsync(_desk, 1, Tender.Cash);

        var view = await TakingsAsync(_desk);
        var closing = view.Closings.ShouldHaveSingleItem();
        (closing.Expected.Minor, closing.Counted.Minor, closing.Difference.Minor, closing.Note).ShouldBe((5000, 4950, -50, "A guest was short of change."));
        view.Operators.ShouldHaveSingleItem().Drawer!.Cash.Minor.ShouldBe(2500);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Whoever_counts_while_somebody_sells_counts_again()
    {
        await SellAsync(_desk, 2, Tender.Cash);
        await SellAsync(_desk, 1, Tender.Cash);

        (await CloseAsync(_desk, Counted(5000, "50"))).Refusal.ShouldBe(new DrawerHasMoved(new Money(7500, Currency.Of("GBP"))));
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
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Without_the_lock_the_same_money_is_counted_twice()
    {
        var outcomes = await CloseTwiceAtOnceAsync(_database.Build(s => s.AddSingleton<IInterceptor, WithoutRowLocks>()));

        outcomes.ShouldAllBe(o => o.Refusal == null);
        (await DifferencesAsync()).ShouldHaveSingleItem().ShouldContain("5000 GBP (minor units) should have been there, but its entries in cash come to 0.");
    }

    /// <summary>Both have looked for what is in the drawer before either has closed it.</summary>
    private async Task<Outcome<ClosingId>[]> CloseTwiceAtOnceAsync(IServiceProvider services)
    {
        await SellAsync(_desk, 2, Tender.Cash);
        await using var held = await _database.HoldAsync("lock table box_office.closings in access exclusive mode");
        var closing = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => services.GetRequiredService<CloseDrawer>().RunAsync(_desk, Counted(5000, "50"), Cancel)));
        await _database.WaitForLocksAsync(2);
        await held.DisposeAsync();
        return await closing;
    }

    private Task<MadeOrder> SellAsync(Access by, int count, Tender tender) =>
        ADeskSale.Of(_night).With(count, "Standing").By(by).SoldAsync(ADeskSale.Cash with { Tender = tender, Reference = "0117" });

    private ClosingInput Counted(long expected, string counted, Access? of = null) => new((of ?? _desk).AccountId, expected, counted, null, Guid.NewGuid());

    private Task<Outcome<ClosingId>> CloseAsync(Access by, ClosingInput input) => _database.Get<CloseDrawer>().RunAsync(by, input, Cancel);

    private async Task<TakingsView> TakingsAsync(Access by, DateOnly? day = null) => (await _database.Get<ShowTakings>().RunAsync(by, day, Cancel))!;

    private async Task<List<string>> DifferencesAsync() => [.. (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences)];

    private async Task ShouldBalanceAsync() => (await DifferencesAsync()).ShouldBeEmpty();
}
