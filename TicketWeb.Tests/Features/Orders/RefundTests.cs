using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Door;
using TicketWeb.Features.Door.UseCases;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>What the team sends back. A ticket of £25 carries a fee of £2.</summary>
public sealed class RefundTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private MadeEvent _night = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).Starting(_database.Clock.GetUtcNow().UtcDateTime.AddHours(4)).WithPool("Room", 10)
            .With("Standing", 25m, "Room").With("Guests", 0m, "Room").With(new TicketTypeInput("Rare", "", "25") { MostPerPerson = 2 }, "Room").PublishedAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task One_of_two_tickets_goes_back_with_its_fee_and_its_place()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").PaidAsync();
        (await _night.LeftAsync("Standing")).ShouldBe(8);

        var sum = (await RefundAsync(order, [1])).Value;
        await _database.TellFactsAsync();

        (sum.Tickets, sum.Price.Minor, sum.Fee.Minor).ShouldBe((1, 2500, 200));
        (await _database.Get<IOrders>().FindAsync(order.Id, Cancel))!.Back.ToString().ShouldBe("£27.00", "as the buyer is told");
        (await order.StateAsync()).ShouldBe(OrderState.PartlyRefunded);
        (await order.TicketsAsync()).Select(t => t.Ticket.State).ShouldBe([TicketState.Refunded, TicketState.Valid]);
        (await _night.LeftAsync("Standing")).ShouldBe(9);
        (await MoneyAsync(order)).ShouldBe(2700);
        (await ShowAsync(order)).Refunds.ShouldHaveSingleItem().Money.ShouldBe(RefundState.Sent);
        (await _database.CountAsync("select count(*) from messages.mails where subject = 'Your refund for Salt & Smoke'")).ShouldBe(1);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task The_rest_goes_back_ticket_by_ticket_until_nothing_is_left()
    {
        var order = await AnOrder.For(_night).With(3, "Standing").PaidAsync();

        await RefundAsync(order, [2]);
        (await RefundAsync(order, null)).Value.Total.Minor.ShouldBe(5400);
        await _database.TellFactsAsync();

        (await order.StateAsync()).ShouldBe(OrderState.Refunded);
        (await MoneyAsync(order)).ShouldBe(8100);
        (await _night.LeftAsync("Standing")).ShouldBe(10);
        (await RefundAsync(order, null)).Refusal.ShouldBeOfType<NothingToRefund>();
        (await RefundAsync(order, [1])).Refusal.ShouldBeOfType<NothingToRefund>();
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Fees_are_kept_when_the_team_says_so_and_go_back_alone_later()
    {
        var order = await AnOrder.For(_night).With(1, "Standing").PaidAsync();

        (await RefundAsync(order, [1], RefundWhat.TicketsOnly)).Value.Total.Minor.ShouldBe(2500);
        (await RefundAsync(order, [1], RefundWhat.FeesOnly)).Value.Total.Minor.ShouldBe(200);
        await _database.TellFactsAsync();

        (await order.StateAsync()).ShouldBe(OrderState.Refunded);
        (await MoneyAsync(order)).ShouldBe(2700);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_fee_alone_leaves_the_ticket_good()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").PaidAsync();

        (await RefundAsync(order, [2], RefundWhat.FeesOnly)).Value.Total.Minor.ShouldBe(200);
        await _database.TellFactsAsync();

        (await order.StateAsync()).ShouldBe(OrderState.PartlyRefunded);
        (await order.TicketsAsync()).ShouldAllBe(t => t.Ticket.State == TicketState.Valid);
        (await _night.LeftAsync("Standing")).ShouldBe(8);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_free_ticket_goes_back_without_money()
    {
        var order = await AnOrder.For(_night).With(1, "Guests").PaidAsync();

        (await RefundAsync(order, null)).Value.Total.Minor.ShouldBe(0);
        await _database.TellFactsAsync();

        (await order.StateAsync()).ShouldBe(OrderState.Refunded);
        (await _database.CountAsync("select count(*) from payments.refunds")).ShouldBe(0);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_ticket_somebody_came_in_with_keeps_its_place_and_the_door_refuses_the_other()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").PaidAsync();
        var codes = (await order.TicketsAsync()).Select(t => t.Code).ToList();
        var device = await DeviceAsync();
        (await ScanAsync(device, codes[0])).Verdict.ShouldBe(Verdict.Admit);

        await RefundAsync(order, null);
        await _database.TellFactsAsync();

        (await _night.LeftAsync("Standing")).ShouldBe(9, "one of the two places was used");
        (await ScanAsync(device, codes[1])).Verdict.ShouldBe(Verdict.Refunded);
        (await ShowAsync(order)).Tickets.Select(t => t.Ticket.CheckedInAt is not null).ShouldBe([true, false]);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_scan_that_is_being_written_comes_before_the_refund() => (await LeftAfterARefundInTheMiddleOfAScanAsync(_database.Services)).ShouldBe(9);

    [Fact]
    public async Task Without_the_lock_on_tickets_a_place_that_is_taken_is_sold_again() =>
        (await LeftAfterARefundInTheMiddleOfAScanAsync(_database.Build(s => s.AddSingleton<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor, WithoutRowLocks>()))).ShouldBe(10);

    [Fact]
    public async Task The_same_form_sent_twice_refunds_once()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").PaidAsync();
        var input = new RefundInput([1], RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, null, Guid.NewGuid());

        var first = await RunAsync(order, input);
        var second = await RunAsync(order, input);

        second.Value.ShouldBe(first.Value);
        (await MoneyAsync(order)).ShouldBe(2700);
    }

    [Fact]
    public async Task A_refund_that_the_bank_refuses_is_shown_and_tried_again_until_it_works()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.RefundFails);
        await RefundAsync(order, [1]);
        await _database.TellFactsAsync();

        var failed = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem();
        (failed.Money, failed.Failure).ShouldBe((RefundState.Failed, "The bank refused the refund."));
        (await MoneyAsync(order)).ShouldBe(0, "nothing has left");
        (await DifferencesAsync()).ShouldHaveSingleItem().ShouldEndWith("but the gateway refused to send them, and nobody has tried again.");

        (await RepeatAsync(order, failed.MayRepeat!.Value)).Refusal.ShouldBeNull();
        (await RepeatAsync(order, failed.MayRepeat!.Value)).Refusal.ShouldBeOfType<NoRefundToRepeat>();
        (await MoneyAsync(order)).ShouldBe(2700);
        await _database.TellFactsAsync();
        var again = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem().MayRepeat!.Value;

        await _database.AskAsync("update sandbox.intents set card = '4242424242424242'");
        (await RepeatAsync(order, again)).Refusal.ShouldBeNull();
        await _database.TellFactsAsync();

        var sent = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem();
        (sent.Money, sent.MayRepeat).ShouldBe((RefundState.Sent, null));
        (await MoneyAsync(order)).ShouldBe(2700);
        (await _database.CountAsync("select count(*) from payments.refunds")).ShouldBe(3);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task What_the_bank_refuses_for_good_is_given_back_by_hand_and_settles_all_books()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.RefundFails);
        await RefundAsync(order, null);
        await _database.TellFactsAsync();
        var failed = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem().MayRepeat!.Value;
        (await ShowAsync(order)).OwesMoney.ShouldBeTrue();
        (await GiveAsync(_night.By.Access with { Role = Role.ReadOnly }, order, failed)).Refusal.ShouldBeOfType<NotFound>();

        (await GiveAsync(_night.By.Access, order, failed)).Refusal.ShouldBeNull();
        (await GiveAsync(_night.By.Access, order, failed)).Refusal.ShouldBeOfType<NoRefundToRepeat>();
        (await RepeatAsync(order, failed)).Refusal.ShouldBeOfType<NoRefundToRepeat>();
        await _database.TellFactsAsync();

        var details = await ShowAsync(order);
        var given = details.Refunds.ShouldHaveSingleItem();
        (given.Money, given.MayRepeat, given.ByHand?.At).ShouldBe((RefundState.Sent, null, _database.Clock.GetUtcNow()));
        details.OwesMoney.ShouldBeFalse();
        (await MoneyAsync(order)).ShouldBe(5400, "none of it can be sent any more");
        var book = (await _database.Get<ShowStatement>().RunAsync(_night.By.Access, null, Cancel))!;
        (book.Total.InTransit, book.Total.Buyer, book.Owed.ToString()).ShouldBe((0, -5400, "£54.00"), "the organizer has it, who gave as much of their own");
        await ShouldBalanceAsync();

        await _database.AskAsync("delete from settlements.entries where kind = 'RefundByHand'");
        (await DifferencesAsync()).ShouldHaveSingleItem().ShouldStartWith("RefundByHand");
        (await _database.Get<BookWhatIsMissing>().RunAsync(Cancel)).ShouldBe(1);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_late_payment_whose_refund_fails_is_not_asked_for_again_by_news_of_it()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").StartedAsync();
        await order.PayAsync(Cards.RefundFails);
        await _database.AskAsync(
            """
            insert into payments.payments select (jsonb_populate_record(p, jsonb_build_object('id', '01900000-0000-7000-8000-000000000001'))).* from payments.payments p;
            insert into sandbox.intents select (jsonb_populate_record(i, jsonb_build_object('id', '01900000-0000-7000-8000-000000000001'))).* from sandbox.intents i
            """);
        var surplus = PaymentId.From(Guid.Parse("01900000-0000-7000-8000-000000000001"));

        for (var i = 0; i < 3; i++)
        {
            await _database.Get<FollowPayment>().RunAsync(order.Id, surplus, Cancel);
            await _database.TellFactsAsync();
        }

        (await _database.CountAsync("select count(*) from payments.refunds where state = 'Failed'")).ShouldBe(1);
        var row = (await ShowAsync(order)).Refunds.ShouldHaveSingleItem();
        (row.By, row.Reason, row.MayRepeat is not null).ShouldBe((null, "The order had been paid already.", true));
    }

    [Fact]
    public async Task A_ticket_that_was_cancelled_by_hand_does_not_go_back_twice()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").PaidAsync();
        await RefundAsync(order, [1]);
        await _database.AskAsync("update tickets.tickets set state = 'Cancelled' where state = 'Refunded'");

        (await RefundAsync(order, [1])).Refusal.ShouldBeOfType<NothingToRefund>();
        (await RefundAsync(order, null)).Value.Total.Minor.ShouldBe(2700);
    }

    [Fact]
    public async Task Never_more_goes_back_than_is_left_of_the_payment()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").PaidAsync();
        await _database.AskAsync("update payments.payments set refunded = 3000");

        (await RefundAsync(order, null)).Refusal.ShouldBeOfType<MoreThanWasPaid>();
        (await order.TicketsAsync()).ShouldAllBe(t => t.Ticket.State == TicketState.Valid);
        (await RefundAsync(order, [1], RefundWhat.TicketsOnly)).Refusal.ShouldBeOfType<MoreThanWasPaid>();
        (await RefundAsync(order, null, RefundWhat.FeesOnly)).Value.Total.Minor.ShouldBe(400);
    }

    [Fact]
    public async Task What_was_not_paid_has_nothing_to_refund()
    {
        var order = await AnOrder.For(_night).With(1, "Standing").StartedAsync();

        (await RefundAsync(order, null)).Refusal.ShouldBeOfType<NothingToRefund>();
        (await RunAsync(await AnOrder.For(_night).With(1, "Standing").PaidAsync(), new RefundInput([1], RefundWhat.TicketsAndFees, null, null, Guid.NewGuid())))
            .Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("reason");
    }

    [Theory]
    [InlineData(Role.Owner, true)]
    [InlineData(Role.Admin, true)]
    [InlineData(Role.Manager, true)]
    [InlineData(Role.BoxOffice, false)]
    [InlineData(Role.Door, false)]
    [InlineData(Role.Promoter, false)]
    [InlineData(Role.ReadOnly, false)]
    public async Task Who_may_refund(Role role, bool may)
    {
        var order = await AnOrder.For(_night).With(1, "Standing").PaidAsync();
        var access = _night.By.Access with { Role = role };
        var input = new RefundInput(null, RefundWhat.TicketsAndFees, RefundReason.Other, null, Guid.NewGuid());

        (await _database.Get<RefundOrder>().PreviewAsync(access, order.Id, null, RefundWhat.TicketsAndFees, null, Cancel)).Refusal.ShouldBe(may ? null : new NotFound("order"));
        (await _database.Get<RefundOrder>().RunAsync(access, order.Id, input, Cancel)).Refusal.ShouldBe(may ? null : new NotFound("order"));
    }

    [Fact]
    public async Task Another_organizations_order_is_not_there()
    {
        var order = await AnOrder.For(_night).With(1, "Standing").PaidAsync();
        var rival = (await AnOrganization.InAsync(_database.Services, "Mill Street Arts")).Access;
        var input = new RefundInput(null, RefundWhat.TicketsAndFees, RefundReason.Other, null, Guid.NewGuid());

        (await _database.Get<ShowOrder>().RunAsync(rival, order.Id, Cancel)).ShouldBeNull();
        (await _database.Get<RefundOrder>().RunAsync(rival, order.Id, input, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await _database.Get<RefundOrder>().PreviewAsync(rival, order.Id, null, RefundWhat.TicketsAndFees, null, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await _database.Get<ResendTickets>().RunAsync(rival, order.Id, Cancel)).Refusal.ShouldBeOfType<NotFound>();
        (await order.StateAsync()).ShouldBe(OrderState.Paid);
    }

    [Fact]
    public async Task A_person_at_their_limit_buys_again_what_they_gave_back()
    {
        var order = await AnOrder.For(_night).With(2, "Rare").PaidAsync();
        (await (await AnOrder.For(_night).With(1, "Rare").StartedAsync()).PayAsync()).Refusal.ShouldBeOfType<OverPersonLimit>();

        await RefundAsync(order, [1]);

        (await (await AnOrder.For(_night).With(1, "Rare").StartedAsync()).PayAsync()).Value.State.ShouldBe(OrderState.Paid);
        (await (await AnOrder.For(_night).With(1, "Rare").StartedAsync()).PayAsync()).Refusal.ShouldBeOfType<OverPersonLimit>();
    }

    [Fact]
    public async Task Figures_of_refunds_and_sales_equal_the_books()
    {
        var two = await AnOrder.For(_night).With(2, "Standing").PaidAsync();
        var three = await AnOrder.For(_night).With(3, "Standing").PaidAsync();
        await RefundAsync(two, [1]);
        await RefundAsync(three, [1, 2], RefundWhat.TicketsOnly);
        await RefundAsync(three, [3], RefundWhat.FeesOnly);
        await _database.TellFactsAsync();

        var of = (await _database.Get<IEvents>().FindAsync(_night.Id, Cancel))!;
        var refunds = (await _database.Get<ShowRefunds>().RunAsync(_night.By.Access, of, Cancel))!.Figures;
        var sales = (await _database.Get<ShowSales>().RunAsync(_night.By.Access, of, Cancel))!;

        (refunds.Count, refunds.Tickets, refunds.Amount.Minor, refunds.Fee.Minor).ShouldBe((3, 3, 2700 + 5000 + 200, 200 + 200));
        refunds.Amount.Minor.ShouldBe(await _database.CountAsync("select sum(refunded) from payments.payments"));
        refunds.ByReason.ShouldHaveSingleItem().ShouldBe((RefundReason.BuyerAsked, 3, refunds.Amount, refunds.Fee));
        refunds.PerDay.Sum(d => d.Amount.Minor).ShouldBe(refunds.Amount.Minor);
        (sales.Tickets, sales.Orders, sales.Net.Minor).ShouldBe((2, 2, 2 * 2500));
        sales.Gross.Minor.ShouldBe(await _database.CountAsync("select sum(amount - refunded) from payments.payments"));
        sales.PerDay.ShouldHaveSingleItem().Tickets.ShouldBe(2);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task The_mail_is_sent_again_with_the_tickets_that_are_good()
    {
        var order = await AnOrder.For(_night).With(2, "Standing").PaidAsync();
        await RefundAsync(order, [1]);
        await _database.TellFactsAsync();

        (await _database.Get<ResendTickets>().RunAsync(_night.By.Access, order.Id, Cancel)).Refusal.ShouldBeNull();
        await _database.TellFactsAsync();

        (await _database.CountAsync("select count(*) from messages.mails where occasion like 'order-again:%'")).ShouldBe(1);
        (await _database.CountAsync("select count(*) from messages.mail_parts p join messages.mails m on m.id = p.mail_id where m.occasion like 'order-again:%' and p.content_type = 'image/png'")).ShouldBe(1);
    }

    /// <summary>A scan has looked at the ticket and written that it came in, but has not committed, when the refund begins.</summary>
    private async Task<int> LeftAfterARefundInTheMiddleOfAScanAsync(IServiceProvider services)
    {
        var order = await AnOrder.For(_night).With(1, "Standing").PaidAsync();
        var ticket = (await order.TicketsAsync())[0].Ticket;
        var device = await DeviceAsync();
        await using var scan = await _database.HoldAsync(
            $"""
            select from tickets.tickets where id = '{ticket.Id.Value}' for share;
            insert into door.check_ins (ticket_id, day, organization_id, event_id, ticket_type_id, device_id, scan_id, gate, at)
            values ('{ticket.Id.Value}', '2027-03-01', '{ticket.OrganizationId.Value}', '{ticket.EventId.Value}', '{ticket.TicketTypeId.Value}', '{device.Id.Value}', gen_random_uuid(), '', now())
            """);
        var refunding = services.GetRequiredService<RefundOrder>().RunAsync(
            _night.By.Access, order.Id, new RefundInput([1], RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, null, Guid.NewGuid()), Cancel);
        await _database.WaitForLocksAsync(1);
        await using (var commit = new Npgsql.NpgsqlCommand("commit", scan))
            await commit.ExecuteNonQueryAsync(Cancel);
        (await refunding).Refusal.ShouldBeNull();
        return await _night.LeftAsync("Standing");
    }

    private Task<Outcome<RefundSum>> RefundAsync(MadeOrder order, IReadOnlyCollection<int>? positions, RefundWhat what = RefundWhat.TicketsAndFees) =>
        RunAsync(order, new RefundInput(positions, what, RefundReason.BuyerAsked, null, Guid.NewGuid()));

    private Task<Outcome<RefundSum>> RunAsync(MadeOrder order, RefundInput input) => _database.Get<RefundOrder>().RunAsync(_night.By.Access, order.Id, input, Cancel);

    private Task<Outcome<Done>> RepeatAsync(MadeOrder order, RefundId failed) => _database.Get<RepeatRefund>().RunAsync(_night.By.Access, order.Id, failed, Cancel);

    private Task<Outcome<Done>> GiveAsync(Access by, MadeOrder order, RefundId failed) => _database.Get<GiveRefundByHand>().RunAsync(by, order.Id, failed, Cancel);

    private async Task<OrderDetails> ShowAsync(MadeOrder order) => (await _database.Get<ShowOrder>().RunAsync(_night.By.Access, order.Id, Cancel))!;

    /// <summary>What the order's payment says has gone back.</summary>
    private Task<long> MoneyAsync(MadeOrder order) => _database.CountAsync("select sum(refunded) from payments.payments where order_id = $1", order.Id.Value);

    private async Task<DeviceAccess> DeviceAsync()
    {
        var pairing = (await _database.Get<CreatePairing>().RunAsync(_night.By.Access, _night.Id, "", Cancel)).Value;
        var paired = (await _database.Get<PairDevice>().RunAsync(pairing.Code, "Main entrance", Cancel)).Value;
        return (await _database.Get<RecogniseDevice>().RunAsync($"Bearer {paired.Token}", Cancel)).Value;
    }

    private Task<ScanView> ScanAsync(DeviceAccess device, string code)
    {
        var now = _database.Clock.GetUtcNow();
        return _database.Get<ScanTicket>().RunAsync(device, new ScanInput(Id.New<ScanId>(), code, now, now), Cancel);
    }

    private async Task ShouldBalanceAsync() => (await DifferencesAsync()).ShouldBeEmpty();

    private async Task<List<string>> DifferencesAsync() => [.. (await _database.Get<Reconciler>().RunAsync(Cancel).ToListAsync(Cancel)).SelectMany(r => r.Sentences)];
}
