using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Tickets;
using TicketWeb.Kernel;
using TicketWeb.Tests.Support;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

namespace TicketWeb.Tests.Features.Payments.Stripe;

/// <summary>Money that went back at Stripe's dashboard is ahead of tickets, and counts for those that go back later.</summary>
public sealed class StripeRefundAheadTests(TestPostgres postgres, EmulatedStripe stripe) : RefundsAtStripe(postgres, stripe)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tickets_that_are_taken_back_afterwards_count_what_went_back_there()
    {
        var order = await PaidAsync();
        await RefundAsync(30_00);
        await HearAsync([.. Stripe.News()]);

        var previewed = (await PreviewAsync(order, [1])).Value;
        (previewed.Price.Minor, previewed.Fee.Minor, previewed.Before.Minor, previewed.Total.Minor).ShouldBe((25_00, 2_00, 27_00, 0));
        (await RefundHereAsync(order, [1])).Total.Minor.ShouldBe(0);
        (await ShownAsync(order)).BackAhead.Minor.ShouldBe(3_00);
        (await RefundEventAsync()).Sum.Total.Minor.ShouldBe(24_00, "of what is left of the event");
        (await RefundHereAsync(order, [2])).Total.Minor.ShouldBe(24_00);
        await Database.TellFactsAsync(Services);

        (await order.StateAsync()).ShouldBe(OrderState.Refunded);
        Charge().Number("amount_refunded").ShouldBe(54_00);
        (await Database.AskAsync("select concat_ws(' ', sum(buyer), sum(in_transit), sum(organization), sum(platform), sum(tax)) from settlements.entries")).ShouldBe("0 0 0 0 0", "as if all of it had gone back in tickets");
        (await PreviewAsync(order, null)).Refusal.ShouldBeOfType<NothingToRefund>();
        await NothingDiffersAsync();
    }

    [Fact]
    public async Task All_of_it_refunded_there_leaves_tickets_to_take_back_and_no_money()
    {
        var order = await PaidAsync();
        await RefundAsync(null);
        await HearAsync([.. Stripe.News()]);

        (await ShownAsync(order)).BackAhead.Minor.ShouldBe(54_00);
        (await RefundEventAsync()).Sum.Total.Minor.ShouldBe(0);
        (await RefundHereAsync(order, null)).Total.Minor.ShouldBe(0);
        await Database.TellFactsAsync(Services);

        (await order.TicketsAsync()).ShouldAllBe(t => t.Ticket.State == TicketState.Refunded);
        (await Database.CountAsync("select count(*) from payments.refunds")).ShouldBe(1);
        (await FiguresAsync()).BackAhead.ShouldBeEmpty();
        await NothingDiffersAsync();
    }

    private Task<Outcome<RefundSum>> PreviewAsync(MadeOrder order, IReadOnlyCollection<int>? positions) =>
        Services.GetRequiredService<RefundOrder>().PreviewAsync(Night.By.Access, order.Id, positions, RefundWhat.TicketsAndFees, null, Cancel);

    private async Task<EventRefundSum> RefundEventAsync() => (await Services.GetRequiredService<RefundEvent>().PreviewAsync(Night.By.Access, await EventAsync(), RefundWhat.TicketsAndFees, Cancel))!;
}
