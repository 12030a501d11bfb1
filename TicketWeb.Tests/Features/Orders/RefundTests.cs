using Shouldly;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Features.Orders;

/// <summary>What the team sends back, and what is left to send.</summary>
public sealed class RefundTests(TestPostgres postgres) : RefundsByTheTeam(postgres)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_of_two_tickets_goes_back_with_its_fee_and_its_place()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").PaidAsync();
        (await Night.LeftAsync("Standing")).ShouldBe(8);

        var sum = (await RefundAsync(order, [1])).Value;
        await Database.TellFactsAsync();

        (sum.Tickets, sum.Price.Minor, sum.Fee.Minor).ShouldBe((1, 2500, 200));
        (await Database.Get<IOrders>().FindAsync(order.Id, Cancel))!.Back.ToString().ShouldBe("£27.00", "as the buyer is told");
        (await order.StateAsync()).ShouldBe(OrderState.PartlyRefunded);
        (await order.TicketsAsync()).Select(t => t.Ticket.State).ShouldBe([TicketState.Refunded, TicketState.Valid]);
        (await Night.LeftAsync("Standing")).ShouldBe(9);
        (await MoneyAsync(order)).ShouldBe(2700);
        (await ShowAsync(order)).Refunds.ShouldHaveSingleItem().Money.ShouldBe(RefundState.Sent);
        (await Database.CountAsync("select count(*) from messages.mails where subject = 'Your refund for Salt & Smoke'")).ShouldBe(1);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task The_rest_goes_back_ticket_by_ticket_until_nothing_is_left()
    {
        var order = await AnOrder.For(Night).With(3, "Standing").PaidAsync();

        await RefundAsync(order, [2]);
        (await RefundAsync(order, null)).Value.Total.Minor.ShouldBe(5400);
        await Database.TellFactsAsync();

        (await order.StateAsync()).ShouldBe(OrderState.Refunded);
        (await MoneyAsync(order)).ShouldBe(8100);
        (await Night.LeftAsync("Standing")).ShouldBe(10);
        (await RefundAsync(order, null)).Refusal.ShouldBeOfType<NothingToRefund>();
        (await RefundAsync(order, [1])).Refusal.ShouldBeOfType<NothingToRefund>();
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task Fees_are_kept_when_the_team_says_so_and_go_back_alone_later()
    {
        var order = await AnOrder.For(Night).With(1, "Standing").PaidAsync();

        (await RefundAsync(order, [1], RefundWhat.TicketsOnly)).Value.Total.Minor.ShouldBe(2500);
        (await RefundAsync(order, [1], RefundWhat.FeesOnly)).Value.Total.Minor.ShouldBe(200);
        await Database.TellFactsAsync();

        (await order.StateAsync()).ShouldBe(OrderState.Refunded);
        (await MoneyAsync(order)).ShouldBe(2700);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_fee_alone_leaves_the_ticket_good()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").PaidAsync();

        (await RefundAsync(order, [2], RefundWhat.FeesOnly)).Value.Total.Minor.ShouldBe(200);
        await Database.TellFactsAsync();

        (await order.StateAsync()).ShouldBe(OrderState.PartlyRefunded);
        (await order.TicketsAsync()).ShouldAllBe(t => t.Ticket.State == TicketState.Valid);
        (await Night.LeftAsync("Standing")).ShouldBe(8);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task A_free_ticket_goes_back_without_money()
    {
        var order = await AnOrder.For(Night).With(1, "Guests").PaidAsync();

        (await RefundAsync(order, null)).Value.Total.Minor.ShouldBe(0);
        await Database.TellFactsAsync();

        (await order.StateAsync()).ShouldBe(OrderState.Refunded);
        (await Database.CountAsync("select count(*) from payments.refunds")).ShouldBe(0);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task The_same_form_sent_twice_refunds_once()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").PaidAsync();
        var input = new RefundInput([1], RefundWhat.TicketsAndFees, RefundReason.BuyerAsked, null, Guid.NewGuid());

        var first = await RunAsync(order, input);
        var second = await RunAsync(order, input);

        second.Value.ShouldBe(first.Value);
        (await MoneyAsync(order)).ShouldBe(2700);
    }

    [Fact]
    public async Task A_ticket_that_was_cancelled_by_hand_does_not_go_back_twice()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").PaidAsync();
        await RefundAsync(order, [1]);
        await Database.AskAsync("update tickets.tickets set state = 'Cancelled' where state = 'Refunded'");

        (await RefundAsync(order, [1])).Refusal.ShouldBeOfType<NothingToRefund>();
        (await RefundAsync(order, null)).Value.Total.Minor.ShouldBe(2700);
    }

    [Fact]
    public async Task Never_more_goes_back_than_is_left_of_the_payment()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").PaidAsync();
        await Database.AskAsync("update payments.payments set refunded = 3000");

        (await RefundAsync(order, null)).Refusal.ShouldBeOfType<MoreThanWasPaid>();
        (await order.TicketsAsync()).ShouldAllBe(t => t.Ticket.State == TicketState.Valid);
        (await RefundAsync(order, [1], RefundWhat.TicketsOnly)).Refusal.ShouldBeOfType<MoreThanWasPaid>();
        (await RefundAsync(order, null, RefundWhat.FeesOnly)).Value.Total.Minor.ShouldBe(400);
    }

    [Fact]
    public async Task What_was_not_paid_has_nothing_to_refund()
    {
        var order = await AnOrder.For(Night).With(1, "Standing").StartedAsync();

        (await RefundAsync(order, null)).Refusal.ShouldBeOfType<NothingToRefund>();
        (await RunAsync(await AnOrder.For(Night).With(1, "Standing").PaidAsync(), new RefundInput([1], RefundWhat.TicketsAndFees, null, null, Guid.NewGuid())))
            .Refusal.ShouldBeOfType<InvalidInput>().Errors.ShouldHaveSingleItem().Field.ShouldBe("reason");
    }

    [Fact]
    public async Task Figures_of_refunds_and_sales_equal_the_books()
    {
        var two = await AnOrder.For(Night).With(2, "Standing").PaidAsync();
        var three = await AnOrder.For(Night).With(3, "Standing").PaidAsync();
        await RefundAsync(two, [1]);
        await RefundAsync(three, [1, 2], RefundWhat.TicketsOnly);
        await RefundAsync(three, [3], RefundWhat.FeesOnly);
        await Database.TellFactsAsync();

        var of = (await Database.Get<IEvents>().FindAsync(Night.Id, Cancel))!;
        var refunds = (await Database.Get<ShowRefunds>().RunAsync(Night.By.Access, of, Cancel))!.Figures;
        var sales = (await Database.Get<ShowSales>().RunAsync(Night.By.Access, of, Cancel))!;

        (refunds.Count, refunds.Tickets, refunds.Amount.Minor, refunds.Fee.Minor).ShouldBe((3, 3, 2700 + 5000 + 200, 200 + 200));
        refunds.Amount.Minor.ShouldBe(await Database.CountAsync("select sum(refunded) from payments.payments"));
        refunds.ByReason.ShouldHaveSingleItem().ShouldBe((RefundReason.BuyerAsked, 3, refunds.Amount, refunds.Fee));
        refunds.PerDay.Sum(d => d.Amount.Minor).ShouldBe(refunds.Amount.Minor);
        (sales.Tickets, sales.Orders, sales.Net.Minor).ShouldBe((2, 2, 2 * 2500));
        sales.Gross.Minor.ShouldBe(await Database.CountAsync("select sum(amount - refunded) from payments.payments"));
        sales.PerDay.ShouldHaveSingleItem().Tickets.ShouldBe(2);
        await ShouldBalanceAsync();
    }

    [Fact]
    public async Task The_mail_is_sent_again_with_the_tickets_that_are_good()
    {
        var order = await AnOrder.For(Night).With(2, "Standing").PaidAsync();
        await RefundAsync(order, [1]);
        await Database.TellFactsAsync();

        (await Database.Get<ResendTickets>().RunAsync(Night.By.Access, order.Id, Cancel)).Refusal.ShouldBeNull();
        await Database.TellFactsAsync();

        (await Database.CountAsync("select count(*) from messages.mails where occasion like 'order-again:%'")).ShouldBe(1);
        (await Database.CountAsync("select count(*) from messages.mail_parts p join messages.mails m on m.id = p.mail_id where m.occasion like 'order-again:%' and p.content_type = 'image/png'")).ShouldBe(1);
    }
}
