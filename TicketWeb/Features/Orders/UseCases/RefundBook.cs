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

    /// <summary>The same, for whoever changes one or adds to them.</summary>
    public static Task<List<OrderRefund>> LoadRefundsAsync(this TicketDb db, OrderId order, CancellationToken cancel) =>
        db.Set<OrderRefund>().AsTracking().Where(r => r.OrderId == order).OrderBy(r => r.Id).ToListAsync(cancel);

    /// <summary>All that these refunds gave back.</summary>
    public static GivenBack GivenBack(this Order order, IEnumerable<OrderTicket> tickets, IReadOnlyCollection<OrderRefund> before)
    {
        var shares = order.Shares(tickets);
        return new GivenBack(shares, before.SelectMany(r => r.PartsOf(shares)).Select(p => p.Part).ToHashSet(), before.Sum(r => r.Amount));
    }

    public static IReadOnlyList<ItemShare> Shares(this Order order, IEnumerable<OrderTicket> tickets) =>
        ItemShare.Split(
            order.Quote.Lines.Select((l, position) => new PaidLine(
                l.TicketTypeId, l.Count, (l.Price - l.Discount + l.AddedTax).Minor, Paid(l), l.Tax.Minor, position, l.Kind, l.OwnFeesWithin.Minor)),
            tickets.Select(t => (t.Position, t.TicketTypeId)), order.Currency.Step);

    public static Outcome<RefundPlan> Plan(this Order order, GivenBack back, IReadOnlyCollection<int>? positions, RefundWhat what, string? fee = null)
    {
        if (order.PaidAt is null)
            return new NothingToRefund("Nothing was paid for this order, so there is nothing to refund.");
        return RefundPlan.Make(back.Shares, back.Gone, positions, what, fee).IsDone(out var plan, out var refusal) ? plan with { Ahead = back.Ahead } : refusal;
    }

    /// <summary>The fees that the buyer paid, each by its name and receiver.</summary>
    private static IReadOnlyList<FeeShare> Paid(QuoteLine line) =>
    [
        .. from receiver in new[] { FeeReceiver.Organization, FeeReceiver.Processor, FeeReceiver.Platform }
           from fee in line.Charges.Where(c => c.Receiver == receiver && !c.Absorbed).GroupBy(c => c.Title).OrderBy(g => g.Key, StringComparer.Ordinal)
           select new FeeShare(receiver, fee.Key, fee.Sum(c => c.Amount.Minor)),
    ];
}
