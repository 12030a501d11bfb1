using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>All refunds of an organization in London in a period. The clock stands at noon on Monday, 1 March 2027; a ticket of £25 carries £2.</summary>
public sealed class ReportRefundsTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly RefundPeriod March = RefundPeriod.MonthOf(new DateOnly(2027, 3, 1));

    private readonly TestDatabase _database = new(postgres);
    private MadeOrganization _organization = null!;
    private MadeEvent _night = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _organization = await AnOrganization.InAsync(_database.Services);
        _night = await NightAsync("Salt & Smoke");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Refunds_are_told_by_event_person_reason_day_and_month_with_what_of_them_is_fees()
    {
        var (first, second) = (await PaidAsync(_night), await PaidAsync(await NightAsync("Marble Choir")));
        await RefundAsync(first, RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, [1]);
        await RefundAsync(first, RefundWhat.FeesOnly, RefundReason.Goodwill, [2]);
        _database.Clock.Advance(TimeSpan.FromDays(1));
        await RefundAsync(second, RefundWhat.TicketsOnly, RefundReason.BuyerAsked, [1, 2]);

        var figures = (await ReportAsync(March)).ShouldHaveSingleItem();

        (figures.Count, figures.Tickets, figures.Amount.ToString(), figures.Fee.ToString(), figures.OwnFee.Minor).ShouldBe((3, 3, "£79.00", "£4.00", 0));
        figures.ByEvent.Select(e => (e.Title, e.Count, e.Amount.Minor, e.Fee.Minor)).ShouldBe([("Marble Choir", 1, 50_00, 0), ("Salt & Smoke", 2, 29_00, 4_00)]);
        figures.ByReason.Select(r => (r.Reason, r.Count, r.Amount.Minor, r.Fee.Minor)).ShouldBe([(RefundReason.BuyerAsked, 2, 77_00, 2_00), (RefundReason.Goodwill, 1, 2_00, 2_00)]);
        figures.ByPerson.ShouldHaveSingleItem().ShouldBe(("Somebody who has left", 3, figures.Amount, figures.Fee));
        figures.PerDay.Select(d => (d.Day.Day, d.Count, d.Amount.Minor)).ShouldBe([(1, 2, 29_00), (2, 1, 50_00)]);
        figures.PerMonth.ShouldHaveSingleItem().ShouldBe((new DateOnly(2027, 3, 1), 3, figures.Amount, figures.Fee));
    }

    [Fact]
    public async Task A_day_ends_at_midnight_of_the_organizations_zone_and_the_hour_that_clocks_skip_is_none_of_it()
    {
        var order = await PaidAsync(_night);
        // 23:59:59 on 31 March, when London is an hour ahead of UTC.
        _database.Clock.Advance(TimeSpan.FromDays(30) + TimeSpan.FromHours(11) - TimeSpan.FromSeconds(1));
        await RefundAsync(order, RefundWhat.TicketsOnly, RefundReason.BuyerAsked, [1]);
        _database.Clock.Advance(TimeSpan.FromSeconds(1));
        await RefundAsync(order, RefundWhat.TicketsOnly, RefundReason.BuyerAsked, [2]);

        (await ReportAsync(March)).ShouldHaveSingleItem().PerDay.ShouldHaveSingleItem().Day.ShouldBe(new DateOnly(2027, 3, 31));
        (await ReportAsync(RefundPeriod.MonthOf(new DateOnly(2027, 4, 1)))).ShouldHaveSingleItem().PerDay.ShouldHaveSingleItem().Day.ShouldBe(new DateOnly(2027, 4, 1));
        (await ReportAsync(RefundPeriod.MonthOf(new DateOnly(2027, 2, 1)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_goes_back_at_the_desk_is_told_apart_for_it_is_in_no_book_of_ours()
    {
        var order = await ADeskSale.Of(_night).With(2, "Standing").SoldAsync();
        await RefundAsync(order, RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, [1]);
        await RefundAsync(await PaidAsync(_night), RefundWhat.TicketsOnly, RefundReason.BuyerAsked, [1]);

        var figures = (await ReportAsync(March)).ShouldHaveSingleItem();

        (figures.Amount.Minor, figures.AtDesk.Minor).ShouldBe((50_00, 25_00));
        (await BookAsync(March)).ShouldBe((25_00, 0, 0));
        (await Report.ListAsync(_organization.Access, March, Cancel))!.Select(r => (r.AtDesk, r.Amount.Minor)).ShouldBe([(true, 25_00), (false, 25_00)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_refunded_when_each_period_says_what_the_book_says(int seed)
    {
        var chance = new Random(seed);
        var nights = new[] { _night, await NightAsync("Marble Choir", new FeesInput(false, [new OwnFeeInput("Levy", "1.01", "3"), new OwnFeeInput("Handling", "2.50", null, Per: FeeKind.Order)], "0.25", "1.5")) };
        var orders = new List<MadeOrder>();
        for (var step = 0; step < 40; step++)
        {
            _database.Clock.Advance(TimeSpan.FromMinutes(chance.Next(3 * 24 * 60)));
            if (orders.Count == 0 || chance.Next(3) == 0)
                orders.Add(await AnOrder.For(nights[chance.Next(2)]).With(chance.Next(1, 5), "Standing").PaidAsync());
            else
                await TryRefundAsync(orders[chance.Next(orders.Count)], (RefundWhat)chance.Next(3), (RefundReason)chance.Next(7), [.. Enumerable.Range(1, 4).Where(_ => chance.Next(2) == 0)], chance.Next(3) == 0 ? "Levy" : null);
        }

        await _database.TellFactsAsync();
        var last = DateOnly.FromDateTime(_database.Clock.GetUtcNow().UtcDateTime).AddDays(1);
        var whole = new RefundPeriod(new DateOnly(2027, 3, 1), last);
        for (var of = whole; of.From <= last; of = new RefundPeriod(of.To.AddDays(1), of.To.AddDays(chance.Next(1, 12))))
        {
            var (figures, book) = ((await ReportAsync(of)).SingleOrDefault() ?? RefundFigures.None(_organization.Profile.Currency), await BookAsync(of));
            (figures.Amount.Minor, figures.Fee.Minor, figures.OwnFee.Minor).ShouldBe(book, $"{of}");
            foreach (var side in new[] { figures.ByEvent.Select(s => (s.Count, s.Amount, s.Fee)), figures.ByReason.Select(s => (s.Count, s.Amount, s.Fee)), figures.ByPerson.Select(s => (s.Count, s.Amount, s.Fee)), figures.PerDay.Select(s => (s.Count, s.Amount, s.Fee)), figures.PerMonth.Select(s => (s.Count, s.Amount, s.Fee)) })
                (side.Sum(s => s.Count), side.Sum(s => s.Amount.Minor), side.Sum(s => s.Fee.Minor)).ShouldBe((figures.Count, figures.Amount.Minor, figures.Fee.Minor), $"{of}");
            var rows = (await Report.ListAsync(_organization.Access, of, Cancel))!;
            (rows.Count, rows.Sum(r => r.Amount.Minor), rows.Sum(r => r.Tickets)).ShouldBe((figures.Count, figures.Amount.Minor, figures.Tickets), $"{of}");
        }

        (await BookAsync(whole)).Amount.ShouldBe(await _database.CountAsync("select sum(refunded) from payments.payments"));
        (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_has_a_line_for_each_refund_and_runs_no_formula()
    {
        await RefundAsync(await PaidAsync(await NightAsync("=1+1")), RefundWhat.TicketsAndFees, RefundReason.Goodwill, [1], note: "+44, said \"sorry\"");

        var row = (await Report.ListAsync(_organization.Access, March, Cancel))!.ShouldHaveSingleItem();

        RefundFile.Row(row, "Europe/London").ShouldBe($"2027-03-01T12:00:00+00:00,'=1+1,{row.OrderNumber},Goodwill,Somebody who has left,1,0,GBP,27.00,2.00,0.00,no,no,\"'+44, said \"\"sorry\"\"\"\r\n");
        RefundFile.Head.Split(',').Length.ShouldBe(14);
    }

    [Fact]
    public async Task Nobody_else_and_no_other_organization_sees_them()
    {
        await RefundAsync(await PaidAsync(_night), RefundWhat.TicketsOnly, RefundReason.BuyerAsked, [1]);
        var stranger = (await AnOrganization.InAsync(_database.Services, "Slow Water")).Access;

        (await Report.RunAsync(stranger, March, Cancel))!.ShouldBeEmpty();
        (await Report.ListAsync(stranger, March, Cancel))!.ShouldBeEmpty();
        (await Report.RunAsync(_organization.Access with { Role = Role.Door }, March, Cancel)).ShouldBeNull();
        (await Report.ListAsync(_organization.Access with { Role = Role.Door }, March, Cancel)).ShouldBeNull();
    }

    private ReportRefunds Report => _database.Get<ReportRefunds>();

    private async Task<IReadOnlyList<RefundFigures>> ReportAsync(RefundPeriod period) => (await Report.RunAsync(_organization.Access, period, Cancel))!;

    /// <summary>What the book says of these days, as London's clocks count them.</summary>
    private async Task<(long Amount, long Fee, long OwnFee)> BookAsync(RefundPeriod period)
    {
        var sums = (string)(await _database.AskAsync(
            "select concat_ws(' ', coalesce(sum(in_transit), 0), coalesce(-sum(own_fees + platform + processor), 0), coalesce(-sum(own_fees), 0)) from settlements.entries " +
            "where kind in ('Refund', 'RefundUndone') and (booked_at at time zone 'Europe/London')::date between $1 and $2",
            period.From, period.To))!;
        var parts = sums.Split(' ').Select(s => long.Parse(s, null)).ToList();
        return (parts[0], parts[1], parts[2]);
    }

    private async Task<MadeEvent> NightAsync(string title, FeesInput? fees = null)
    {
        var night = await AnEvent.By(_organization).Called(title).Starting(_database.Clock.GetUtcNow().UtcDateTime.AddDays(300)).WithPool("Room", 500).With("Standing", 25m, "Room").PublishedAsync();
        if (fees is not null)
            _ = (await _database.Get<SetFees>().RunAsync(_organization.Access, night.Id, fees, Cancel)).Value;
        return night;
    }

    private static Task<MadeOrder> PaidAsync(MadeEvent night) => AnOrder.For(night).With(2, "Standing").PaidAsync();

    private async Task RefundAsync(MadeOrder order, RefundWhat what, RefundReason reason, int[] positions, string? note = null) =>
        _ = (await _database.Get<RefundOrder>().RunAsync(_organization.Access, order.Id, new RefundInput(positions, what, reason, note, Guid.NewGuid()), Cancel)).Value;

    private Task<Outcome<RefundSum>> TryRefundAsync(MadeOrder order, RefundWhat what, RefundReason reason, int[] positions, string? fee) =>
        _database.Get<RefundOrder>().RunAsync(_organization.Access, order.Id, new RefundInput(positions, what, reason, null, Guid.NewGuid()) { Fee = what == RefundWhat.FeesOnly ? fee : null }, Cancel);
}
