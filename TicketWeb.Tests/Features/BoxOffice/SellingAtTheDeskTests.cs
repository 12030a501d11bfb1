using Shouldly;
using TicketWeb.Features.BoxOffice.UseCases;
using TicketWeb.Features.Door;
using TicketWeb.Features.Door.UseCases;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.BoxOffice;

/// <summary>What is sold at the desk. A ticket of £25 costs £25 there: the platform's £2 are for what comes through it.</summary>
public sealed class SellingAtTheDeskTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private MadeEvent _night = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).Starting(_database.Clock.GetUtcNow().UtcDateTime.AddHours(4)).WithPool("Room", 10)
            .With("Standing", 25m, "Room").With(new TicketTypeInput("Early", "", "10") { OnSaleUntil = _database.Clock.GetUtcNow().UtcDateTime.AddHours(1) }, "Room").PublishedAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Two_tickets_for_cash_are_an_order_like_any_other()
    {
        var order = await ADeskSale.Of(_night).With(2, "Standing").SoldAsync(new DeskInput("Sam Okafor", "sam@guests.example", Tender.Cash, null, "60"));
        await _database.TellFactsAsync();

        (await order.StateAsync()).ShouldBe(OrderState.Paid);
        (await order.TicketsAsync()).Select(t => t.Ticket.HolderName).ShouldBe(["Sam Okafor", "Sam Okafor"]);
        (await _night.LeftAsync("Standing")).ShouldBe(8);
        var shown = await ShowAsync(order);
        (shown.Channel, shown.Quote.Total.Minor, shown.Quote.For(FeeReceiver.Platform).Minor).ShouldBe((Channel.BoxOffice, 5000, 0));
        var payment = shown.Payments.ShouldHaveSingleItem();
        (payment.Provider, payment.Tender, payment.State, payment.Amount.Minor).ShouldBe(("external", Tender.Cash, PaymentState.Succeeded, 5000));
        (await _database.CountAsync("select count(*) from sandbox.intents")).ShouldBe(0);
        (await _database.CountAsync("select count(*) from messages.mails where subject = 'Your tickets for Salt & Smoke'")).ShouldBe(1);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_double_click_holds_once_and_sells_once()
    {
        var sale = ADeskSale.Of(_night).With(2, "Standing");

        var held = await Task.WhenAll(sale.HoldAsync(), sale.HoldAsync());
        await Task.WhenAll(sale.TakeAsync(held[0].Value), sale.TakeAsync(held[1].Value));
        (await sale.TakeAsync((await sale.HoldAsync()).Value)).Refusal.ShouldBeNull("the answer was lost, and the sale is asked for again");

        held[1].Value.ShouldBe(held[0].Value);
        (await _night.LeftAsync("Standing")).ShouldBe(8);
        (await _database.CountAsync("select count(*) from payments.payments")).ShouldBe(1);
        (await _database.CountAsync("select count(*) from box_office.drawer_entries")).ShouldBe(1);
        (await _database.CountAsync("select count(*) from tickets.tickets")).ShouldBe(2);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Of_two_operators_one_gets_the_last_seat_and_the_other_takes_nothing()
    {
        await ADeskSale.Of(_night).With(9, "Standing").SoldAsync();
        var other = _night.By.Access with { AccountId = Guid.NewGuid(), Role = Role.BoxOffice };

        var outcomes = await Task.WhenAll(
            ADeskSale.Of(_night).With(1, "Standing").HoldAsync(),
            ADeskSale.Of(_night).With(1, "Standing").By(other).Through(_database.Build()).HoldAsync());

        outcomes.Count(o => o.Refusal is null).ShouldBe(1);
        outcomes.Single(o => o.Refusal is not null).Refusal.ShouldBe(new NotEnoughLeft(_night.Types["Standing"], "Standing", 0));
        (await AnOrder.For(_night).With(1, "Standing").TryAsync()).Refusal.ShouldBeOfType<NotEnoughLeft>("the web has the same stock");
        (await _database.CountAsync("select count(*) from payments.payments")).ShouldBe(1);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_sale_that_nobody_finishes_holds_its_seats_for_five_minutes()
    {
        var sale = ADeskSale.Of(_night).With(10, "Standing");
        var held = (await sale.HoldAsync()).Value;
        _database.Clock.Advance(TimeSpan.FromMinutes(4));
        (await _database.Get<ExpireOrders>().RunAsync(Cancel)).ShouldBe(0);

        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _database.Get<ExpireOrders>().RunAsync(Cancel)).ShouldBe(1);

        (await _night.LeftAsync("Standing")).ShouldBe(10);
        await AnOrder.For(_night).With(1, "Standing").PaidAsync();
        (await sale.TakeAsync(held)).Refusal.ShouldBeOfType<ReservationIsGone>();
        (await _database.CountAsync("select count(*) from payments.payments where provider = 'external'")).ShouldBe(0, "nothing was taken");
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Money_that_comes_after_the_time_is_honoured_while_there_is_room()
    {
        var sale = ADeskSale.Of(_night).With(2, "Standing");
        var held = (await sale.HoldAsync()).Value;
        _database.Clock.Advance(TimeSpan.FromMinutes(6));
        await _database.Get<ExpireOrders>().RunAsync(Cancel);

        (await sale.TakeAsync(held)).Refusal.ShouldBeNull();

        (await _night.LeftAsync("Standing")).ShouldBe(8);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_guest_who_thinks_better_of_it_leaves_the_seats_at_once()
    {
        var held = (await ADeskSale.Of(_night).With(10, "Standing").HoldAsync()).Value;

        await _database.Get<SellAtDesk>().LetGoAsync(_night.By.Access, held, Cancel);
        await _database.Get<SellAtDesk>().LetGoAsync(_night.By.Access, held, Cancel);

        (await _night.LeftAsync("Standing")).ShouldBe(10);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_guest_without_a_name_has_tickets_and_may_say_an_address_later()
    {
        var order = await ADeskSale.Of(_night).With(1, "Standing").SoldAsync();
        await _database.TellFactsAsync();
        (await order.TicketsAsync()).ShouldHaveSingleItem().Ticket.HolderName.ShouldBe("");
        (await _database.CountAsync("select count(*) from messages.mails")).ShouldBe(0);

        var mail = _database.Get<MailDeskOrder>();
        (await mail.RunAsync(_night.By.Access, order.Id, "nobody", Cancel)).Refusal.ShouldBeOfType<InvalidInput>();
        (await mail.RunAsync(_night.By.Access, order.Id, "sam@guests.example", Cancel)).Refusal.ShouldBeNull();
        (await mail.RunAsync(_night.By.Access, order.Id, "thief@elsewhere.example", Cancel)).Refusal.ShouldBeNull();
        await _database.TellFactsAsync();

        (await _database.CountAsync("select count(*) from messages.mails where \"to\" = 'sam@guests.example'")).ShouldBe(2, "an address that is known is not replaced");
        (await _database.CountAsync("select count(*) from messages.mails where text like '%, ,%'")).ShouldBe(0, "a guest without a name leaves no gap");
        (await _database.CountAsync("select count(*) from messages.mails")).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_given_away_costs_nothing_has_a_reason_and_takes_a_seat()
    {
        var order = await ADeskSale.Of(_night).With(2, "Standing").Comp("Guest of the band").SoldAsync(new DeskInput("Ines Roth", null, null, null, null));

        var shown = await ShowAsync(order);
        (shown.State, shown.Quote.Total.Minor, shown.CompReason, shown.Payments.Count).ShouldBe((OrderState.Paid, 0, "Guest of the band", 0));
        (await _database.Get<ListOrders>().RunAsync(_night.By.Access, _night.Id, null, null, null, Cancel)).Orders.ShouldHaveSingleItem().Comp.ShouldBeTrue();
        (await _night.LeftAsync("Standing")).ShouldBe(8);
        (await ADeskSale.Of(_night).With(1, "Standing").Comp(" ").HoldAsync()).Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("comp");
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task The_desk_sells_on_when_the_time_of_buyers_is_over_and_stops_with_the_event()
    {
        _database.Clock.Advance(TimeSpan.FromHours(2));
        (await AnOrder.For(_night).With(1, "Early").TryAsync()).Refusal.ShouldBeOfType<NotOnSale>();
        await ADeskSale.Of(_night).With(1, "Early").SoldAsync();

        _database.Clock.Advance(TimeSpan.FromHours(5));
        (await ADeskSale.Of(_night).With(1, "Early").HoldAsync()).Refusal.ShouldBeOfType<NotOnSale>();
    }

    [Theory]
    [InlineData(Role.Owner, true, true)]
    [InlineData(Role.Manager, true, true)]
    [InlineData(Role.BoxOffice, true, false)]
    [InlineData(Role.Door, false, false)]
    [InlineData(Role.Promoter, false, false)]
    [InlineData(Role.ReadOnly, false, false)]
    public async Task Who_may_sell_and_who_may_give_away(Role role, bool sells, bool givesAway)
    {
        var access = _night.By.Access with { Role = role };

        (await ADeskSale.Of(_night).With(1, "Standing").By(access).HoldAsync()).Refusal.ShouldBe(sells ? null : new NotFound("event"));
        (await ADeskSale.Of(_night).With(1, "Standing").By(access).Comp("Press").HoldAsync()).Refusal.ShouldBe(givesAway ? null : new NotFound("event"));
    }

    [Fact]
    public async Task What_somebody_holds_is_sold_by_them_and_by_nobody_else()
    {
        var sale = ADeskSale.Of(_night).With(1, "Standing");
        var held = (await sale.HoldAsync()).Value;
        var colleague = _night.By.Access with { AccountId = Guid.NewGuid() };
        var rival = (await AnOrganization.InAsync(_database.Services, "Mill Street Arts")).Access;

        (await ADeskSale.Of(_night).By(colleague).TakeAsync(held)).Refusal.ShouldBeOfType<NotFound>();
        (await ADeskSale.Of(_night).By(rival).TakeAsync(held)).Refusal.ShouldBeOfType<NotFound>();
        (await new MadeOrder(_database.Services, _night, held.Id, held.Secret).PayAsync()).Refusal.ShouldBeOfType<NotFound>("the checkout is not for it");
        (await ADeskSale.Of(_night).With(1, "Standing").By(rival).HoldAsync()).Refusal.ShouldBeOfType<NotFound>();
        var web = await AnOrder.For(_night).With(1, "Standing").StartedAsync();
        (await sale.TakeAsync(new StartedOrder(web.Id, web.Secret))).Refusal.ShouldBeOfType<NotFound>("nor is the desk for what buyers started");

        _ = (await sale.TakeAsync(held)).Value;
        (await _database.Get<ShowDeskSale>().RunAsync(rival, held.Id, Cancel)).ShouldBeNull();
        (await _database.Get<AdmitOrder>().RunAsync(rival, held.Id, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await _database.Get<MailDeskOrder>().RunAsync(rival, held.Id, "thief@elsewhere.example", Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await _database.Get<ShowDeskSale>().RunAsync(_night.By.Access, held.Id, Cancel))!.Book.Good.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_paid_at_the_desk_comes_in_at_once_and_only_once()
    {
        var order = await ADeskSale.Of(_night).With(2, "Standing").SoldAsync();

        var first = (await _database.Get<AdmitOrder>().RunAsync(_night.By.Access, order.Id, Cancel)).Value;
        var second = (await _database.Get<AdmitOrder>().RunAsync(_night.By.Access, order.Id, Cancel)).Value;

        (first.Inside, first.Refused).ShouldBe((2, null));
        second.Said.ShouldAllBe(s => s.Verdict == Verdict.AlreadyIn);
        (await _database.CountAsync("select count(*) from door.check_ins where person_id = $1 and device_id is null", _night.By.Access.AccountId)).ShouldBe(2);
        (await ShowAsync(order)).Tickets.ShouldAllBe(t => t.Ticket.Gate == "Box office");
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task The_door_decides_about_the_desk_too()
    {
        var later = await AnEvent.By(_night.By).Called("Slow Water").WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        var order = await ADeskSale.Of(later).With(1, "Standing").SoldAsync();

        var said = (await _database.Get<AdmitOrder>().RunAsync(_night.By.Access, order.Id, Cancel)).Value;

        (said.Inside, said.Refused?.Verdict).ShouldBe((0, Verdict.TooEarly));
    }

    private async Task<OrderDetails> ShowAsync(MadeOrder order) => (await _database.Get<ShowOrder>().RunAsync(_night.By.Access, order.Id, Cancel))!;

    private async Task ShouldBalanceAsync() =>
        (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences).ShouldBeEmpty();
}
