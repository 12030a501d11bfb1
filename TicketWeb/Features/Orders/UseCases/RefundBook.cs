using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>How this feature's use cases find what an order has given back, and plan what it may.</summary>
internal static class RefundBook
{
    /// <summary>What the team has sent back of this order, oldest first.</summary>
    public static async Task<IReadOnlyList<OrderRefund>> RefundsAsync(this TicketDb db, OrderId order, CancellationToken cancel) =>
        await db.Set<OrderRefund>().Where(r => r.OrderId == order).OrderBy(r => r.Id).ToListAsync(cancel);

    /// <summary>The parts that are gone.</summary>
    public static IReadOnlySet<(int Position, RefundPart Part)> Gone(this IEnumerable<OrderRefund> before) =>
        before.SelectMany(r => r.Parts).Select(p => (p.Position, p.Part)).ToHashSet();

    public static IReadOnlyList<ItemShare> Shares(this Order order, IEnumerable<OrderTicket> tickets) =>
        ItemShare.Split(
            order.Quote.Lines.Select((l, position) => new PaidLine(
                l.TicketTypeId, l.Count, (l.Price - l.Discount + l.AddedTax).Minor, l.Fees.Minor, Paid(l, FeeReceiver.Organization), l.Tax.Minor, position, l.Kind, Paid(l, FeeReceiver.Processor))),
            tickets.Select(t => (t.Position, t.TicketTypeId)));

    public static Outcome<RefundPlan> Plan(this Order order, IEnumerable<OrderTicket> tickets, IEnumerable<OrderRefund> before, IReadOnlyCollection<int>? positions, RefundWhat what) =>
        order.PaidAt is null
            ? new NothingToRefund("Nothing was paid for this order, so there is nothing to refund.")
            : RefundPlan.Make(order.Shares(tickets), before.Gone(), positions, what);

    /// <summary>What of the fees that the buyer paid went to this receiver.</summary>
    private static long Paid(QuoteLine line, FeeReceiver receiver) => line.Sum(c => c.Receiver == receiver && !c.Absorbed).Minor;
}
