using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Pricing.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>What is set aside of a room of ten: for whom it is, and where it goes back to.</summary>
public sealed class AllocationTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private MadeEvent _night = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 10)
            .With("Standing", 25m, "Room").With(new TicketTypeInput("Backstage", "", "0") { Hidden = true }, "Room").PublishedAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_is_set_aside_is_sold_to_those_who_have_its_code_and_to_nobody_else()
    {
        var guests = await AnAllocation.Of(_night).With(3, "Standing").With(1, "Backstage").CodedAsync("GUESTS");
        (await _night.LeftAsync("Standing")).ShouldBe(6);

        (await AnOrder.For(_night).With(7, "Standing").TryAsync()).Refusal.ShouldBe(new NotEnoughLeft(_night.Types["Standing"], "Standing", 6));
        await AnOrder.For(_night).With(6, "Standing").PaidAsync();
        await AnOrder.For(_night).With(2, "Standing").With(1, "Backstage").WithCode("guests").PaidAsync();
        (await AnOrder.For(_night).With(2, "Standing").WithCode("GUESTS").TryAsync()).Refusal.ShouldBe(new NotEnoughLeft(_night.Types["Standing"], "Standing", 1, SetAside: true));

        (await ShowAsync(guests)).Types.Select(t => (t.Quantity, t.Sold, t.Left)).ShouldBe([(3, 2, 1), (1, 1, 0)], ignoreOrder: true);
        var room = await _night.PoolAsync("Room");
        (room.Claimed, room.Allocated).ShouldBe((9, 1));
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_code_that_is_changed_still_sells_from_its_allocation()
    {
        await AnAllocation.Of(_night).With(3, "Standing").CodedAsync("GUESTS");
        var code = (await _database.Get<ListCodes>().RunAsync(_night.By.Access, _night.Id, Cancel)).ShouldHaveSingleItem();

        var changed = new CodeInput("GUESTS", DiscountKind.Nothing, DiscountPer.Ticket, null, [], MostUses: 2);
        (await _database.Get<ChangeCode>().RunAsync(_night.By.Access, _night.Id, code.Id, changed, Cancel)).Refusal.ShouldBeNull();

        await AnOrder.For(_night).With(2, "Standing").WithCode("GUESTS").PaidAsync();
        (await AnOrder.For(_night).With(1, "Standing").WithCode("GUESTS").TryAsync()).Refusal.ShouldBeOfType<CodeUsedUp>("a use is a ticket, as it was");
        var room = await _night.PoolAsync("Room");
        (room.Claimed, room.Allocated).ShouldBe((2, 1));
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task What_runs_out_or_is_refunded_goes_back_to_it_while_it_lasts()
    {
        var guests = await AnAllocation.Of(_night).With(4, "Standing").CodedAsync("GUESTS");
        await AnOrder.For(_night).With(1, "Standing").WithCode("GUESTS").StartedAsync();
        var order = await AnOrder.For(_night).With(3, "Standing").WithCode("GUESTS").PaidAsync();

        _database.Clock.Advance(TimeSpan.FromMinutes(16));
        await _database.Get<ExpireOrders>().RunAsync(Cancel);
        await RefundAsync(order, 1);
        (await ShowAsync(guests)).Left.ShouldBe(2);
        (await _night.LeftAsync("Standing")).ShouldBe(6);
        await ShouldBalanceAsync();

        (await _database.Get<ReleaseAllocation>().RunAsync(_night.By.Access, _night.Id, guests, Cancel)).Value.ShouldBe(2);
        (await _night.LeftAsync("Standing")).ShouldBe(8);
        await RefundAsync(order, 2);
        (await _night.LeftAsync("Standing")).ShouldBe(9, "it is over: what comes back is everybody's");
        (await AnOrder.For(_night).With(1, "Standing").WithCode("GUESTS").TryAsync()).Refusal.ShouldBeOfType<CodeHasEnded>();
        (await _database.Get<FindCode>().RunAsync(_night.Id, "GUESTS", Cancel)).Refusal.ShouldBeOfType<CodeHasEnded>();
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Its_end_releases_what_it_holds_and_nothing_of_others()
    {
        var ends = _database.Clock.GetUtcNow().UtcDateTime.AddHours(1);
        var guests = await AnAllocation.Of(_night).With(4, "Standing").Until(ends).CodedAsync("GUESTS");
        var band = await AnAllocation.Of(_night).With(2, "Standing").Until(ends.AddDays(1)).CodedAsync("BAND");
        await AnOrder.For(_night).With(1, "Standing").WithCode("GUESTS").PaidAsync();
        (await _database.Get<ReleaseEnded>().RunAsync(Cancel)).ShouldBe(0);

        _database.Clock.Advance(TimeSpan.FromHours(1));
        (await AnOrder.For(_night).With(1, "Standing").WithCode("GUESTS").TryAsync()).Refusal.ShouldBeOfType<CodeHasEnded>("also before anybody has looked");
        (await _database.Get<ReleaseEnded>().RunAsync(Cancel)).ShouldBe(1);

        (await _night.LeftAsync("Standing")).ShouldBe(7);
        (await ShowAsync(guests)).ShouldSatisfyAllConditions(a => a.Over.ShouldBeTrue(), a => a.Left.ShouldBe(0), a => a.Taken.ShouldBe(1));
        (await ShowAsync(band)).ShouldSatisfyAllConditions(a => a.Over.ShouldBeFalse(), a => a.Left.ShouldBe(2));
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task What_is_paid_for_late_comes_from_the_allocation_again_or_else_from_the_open_stock()
    {
        var guests = await AnAllocation.Of(_night).With(1, "Standing").CodedAsync("GUESTS");
        var desk = _database.Get<SellAtDesk>();
        var of = (await _database.Get<IEvents>().FindAsync(_night.Id, Cancel))!;
        var held = (await desk.HoldAsync(_night.By.Access, of, [new(_night.Types["Standing"], 1)], "Press", "a key that is long enough".Replace(' ', '-'), guests, Cancel)).Value;
        _database.Clock.Advance(TimeSpan.FromMinutes(6));
        await _database.Get<ExpireOrders>().RunAsync(Cancel);
        await AnOrder.For(_night).With(1, "Standing").WithCode("GUESTS").PaidAsync();

        (await desk.TakeAsync(_night.By.Access, held, new DeskInput(null, null, null, null, null), Cancel)).Refusal.ShouldBeNull();

        (await _night.LeftAsync("Standing")).ShouldBe(8);
        await RefundAsync(new MadeOrder(_database.Services, _night, held.Id, held.Secret), 1);
        (await _night.LeftAsync("Standing")).ShouldBe(9, "it goes back to where it came from in the end");
        (await ShowAsync(guests)).Types.ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.Sold.ShouldBe(1), t => t.Left.ShouldBe(0));
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Quantities_change_between_what_is_taken_and_what_there_is_and_a_part_can_be_split_off()
    {
        var guests = await AnAllocation.Of(_night).With(4, "Standing").CodedAsync("GUESTS");
        await AnOrder.For(_night).With(3, "Standing").WithCode("GUESTS").PaidAsync();

        (await AnAllocation.Of(_night).With(2, "Standing").TryAsync(guests)).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Sentence.ShouldBe("3 of Standing are reserved or sold from it already.");
        (await AnAllocation.Of(_night).With(11, "Standing").TryAsync(guests)).Refusal.ShouldBe(new NotEnoughToSetAside(_night.Types["Standing"], "Standing", 6));
        (await AnAllocation.Of(_night).With(7, "Standing").TryAsync(guests)).Refusal.ShouldBeNull();
        (await _night.LeftAsync("Standing")).ShouldBe(3);

        var split = _database.Get<SplitAllocation>();
        (await split.RunAsync(_night.By.Access, _night.Id, guests, "Band", new Dictionary<TicketTypeId, int?> { [_night.Types["Standing"]] = 5 }, Cancel)).Refusal.ShouldBeOfType<InvalidInput>();
        var band = (await split.RunAsync(_night.By.Access, _night.Id, guests, "Band", new Dictionary<TicketTypeId, int?> { [_night.Types["Standing"]] = 3 }, Cancel)).Value;
        ((await ShowAsync(guests)).Left, (await ShowAsync(band)).Left, await _night.LeftAsync("Standing")).ShouldBe((1, 3, 3));
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task One_person_has_no_more_than_its_code_says()
    {
        await AnAllocation.Of(_night).With(5, "Standing").CodedAsync("GUESTS", mostPerPerson: 2);
        await AnOrder.For(_night).With(2, "Standing").WithCode("GUESTS").PaidAsync();

        (await (await AnOrder.For(_night).With(1, "Standing").WithCode("GUESTS").StartedAsync()).PayAsync()).Refusal.ShouldBe(new OverCodeLimit("GUESTS", 2, 2));
        (await (await AnOrder.For(_night).With(1, "Standing").WithCode("GUESTS").StartedAsync()).PayAsync(email: "sam@buyers.example")).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_buyers_one_gets_the_last_that_is_set_aside()
    {
        await AnAllocation.Of(_night).With(1, "Standing").CodedAsync("GUESTS");

        (await BothAsync(_database.Build(), _database.Build())).Count(r => r is NotEnoughLeft { SetAside: true, Left: 0 }).ShouldBe(1);

        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Without_the_guards_the_last_that_is_set_aside_is_sold_twice()
    {
        await AnAllocation.Of(_night).With(1, "Standing").CodedAsync("GUESTS");
        using var bothHaveLooked = new Barrier(2);
        ServiceProvider Unguarded() => _database.Build(s => s.AddSingleton<IInterceptor>(new WithoutRowLocks()).AddSingleton<IInterceptor>(new MeetsAtAllocations(bothHaveLooked)));

        (await BothAsync(Unguarded(), Unguarded())).ShouldAllBe(r => r == null);

        (await _database.CountAsync("select count(*) from inventory.reservations where allocation_id is not null")).ShouldBe(2);
    }

    [Fact]
    public async Task A_list_of_people_is_given_tickets_by_mail_once()
    {
        var guests = await AnAllocation.Of(_night).With(4, "Standing").CodedAsync("GUESTS");
        var input = new CompInput(_night.Types["Standing"], "Press", "Sam Okafor <sam@guests.example>, 2\nInes Roth <ines@guests.example>, 3", Guid.NewGuid());

        (await GiveAsync(guests, input)).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Sentence.ShouldStartWith("Line ");
        (await ShowAsync(guests)).Left.ShouldBe(4, "nothing is half done");
        input = input with { List = input.List!.Replace(", 3", ", 2", StringComparison.Ordinal) };
        var given = await Task.WhenAll(GiveAsync(guests, input), GiveAsync(guests, input));
        (await GiveAsync(guests, input)).Value.ShouldBe(new CompsGiven(2, 4));
        await _database.TellFactsAsync();

        given.ShouldAllBe(g => g.Refusal == null);
        (await ShowAsync(guests)).Types.ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.Sold.ShouldBe(4), t => t.Left.ShouldBe(0));
        (await _database.CountAsync("select count(*) from tickets.tickets")).ShouldBe(4);
        (await _database.CountAsync("select count(*) from messages.mails where \"to\" in ('sam@guests.example', 'ines@guests.example')")).ShouldBe(2);
        (await _database.CountAsync("select count(*) from orders.orders where comp_reason = 'Press' and state = 'Paid' and total = 0")).ShouldBe(2);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_list_that_breaks_off_in_the_middle_gives_nothing_and_can_be_sent_again()
    {
        var guests = await AnAllocation.Of(_night).With(4, "Standing").CodedAsync("GUESTS");
        var input = new CompInput(_night.Types["Standing"], "Press", "Sam Okafor <sam@guests.example>, 2\nInes Roth <ines@guests.example>, 2", Guid.NewGuid());
        await _database.AskAsync(
            """
            create function break_off() returns trigger language plpgsql as $$ begin raise exception 'The line is cut.'; end $$;
            create trigger break_off before update on orders.orders for each row when (new.state = 'Paid' and new.name = 'Ines Roth') execute function break_off()
            """);

        await Should.ThrowAsync<Exception>(() => GiveAsync(guests, input));
        (await _database.CountAsync("select count(*) from tickets.tickets")).ShouldBe(0);

        await _database.AskAsync("drop trigger break_off on orders.orders");
        (await GiveAsync(guests, input)).Value.ShouldBe(new CompsGiven(2, 4));
        (await _database.CountAsync("select count(*) from tickets.tickets")).ShouldBe(4);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Only_those_who_may_set_aside_release_and_give_away()
    {
        var guests = await AnAllocation.Of(_night).With(4, "Standing").CodedAsync("GUESTS");
        var elsewhere = (await AnOrganization.InAsync(_database.Services)).Access;
        var desk = _night.By.Access with { Role = Role.BoxOffice };
        var input = new AllocationInput("Mine", null, new Dictionary<TicketTypeId, int?> { [_night.Types["Standing"]] = 1 });

        foreach (var by in new[] { elsewhere, desk })
        {
            (await _database.Get<SaveAllocation>().RunAsync(by, _night.Id, guests, input, Cancel)).Refusal.ShouldBeOfType<NotFound>();
            (await _database.Get<SplitAllocation>().RunAsync(by, _night.Id, guests, "Mine", input.Quantities, Cancel)).Refusal.ShouldBeOfType<NotFound>();
            (await _database.Get<ReleaseAllocation>().RunAsync(by, _night.Id, guests, Cancel)).Refusal.ShouldBeOfType<NotFound>();
            (await _database.Get<GiveComps>().RunAsync(by, _night.Id, guests, new CompInput(_night.Types["Standing"], "Me", "Me <me@guests.example>, 1", Guid.NewGuid()), Cancel)).Refusal.ShouldBeOfType<NotFound>();
        }

        (await _database.Get<ListAllocations>().RunAsync(elsewhere, _night.Id, Cancel)).ShouldBeEmpty();
        (await _database.Get<ListAllocations>().RunAsync(desk, _night.Id, Cancel)).ShouldHaveSingleItem().Left.ShouldBe(4);
    }

    private async Task<Refusal?[]> BothAsync(IServiceProvider one, IServiceProvider other) =>
        [.. (await Task.WhenAll(new[] { one, other }.Select(s => Task.Run(() => AnOrder.For(_night).With(1, "Standing").WithCode("GUESTS").Through(s).TryAsync())))).Select(o => o.Refusal)];

    private Task<Outcome<CompsGiven>> GiveAsync(AllocationId from, CompInput input) => _database.Get<GiveComps>().RunAsync(_night.By.Access, _night.Id, from, input, Cancel);

    private async Task<AllocationView> ShowAsync(AllocationId id) => (await _database.Get<ListAllocations>().RunAsync(_night.By.Access, _night.Id, Cancel)).Single(a => a.Id == id);

    private async Task RefundAsync(MadeOrder order, int position) =>
        _ = (await _database.Get<RefundOrder>().RunAsync(_night.By.Access, order.Id, new RefundInput([position], RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel)).Value;

    private async Task ShouldBalanceAsync()
    {
        await _database.TellFactsAsync();
        (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ShouldBeEmpty();
    }

    /// <summary>Both go on only when both have seen what is left of it.</summary>
    private sealed class MeetsAtAllocations(Barrier both) : DbCommandInterceptor
    {
        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("FROM inventory.allocations", StringComparison.Ordinal))
                both.SignalAndWait(TimeSpan.FromSeconds(30), cancellationToken);
            return ValueTask.FromResult(result);
        }
    }
}
