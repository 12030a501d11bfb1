using TicketWeb.Features.Events;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>One order, for the team.</summary>
public sealed class ShowOrder(Databases databases, IEvents events, IPayments payments, IOrderTickets tickets)
{
    private const string Gone = "Somebody who has left";

    /// <summary>Null when there is no such order for this person.</summary>
    public async Task<OrderDetails?> RunAsync(Access access, OrderId id, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeOrders))
            return null;

        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (await db.FindAsync(id, cancel) is not { } order)
            return null;
        var refunds = await db.RefundsAsync(id, cancel);
        var money = await payments.RefundsAsync(db, id.Value, cancel);
        var names = await databases.NamesAsync(refunds.Select(r => r.DecidedBy).Concat(money.Select(m => m.ByHand?.By).OfType<Guid>()).Concat(order.SoldBy is { } seller ? [seller] : []), cancel);
        var issued = await tickets.OfAsync(db, id, cancel);
        var back = order.GivenBack(issued, refunds);
        var withBuyer = access.May(Permission.SeeBuyers);
        return new OrderDetails(
            order.Id, order.Number, order.State, (await events.FindAsync(order.EventId, cancel))!, withBuyer ? order.Name : null, withBuyer ? order.Email : null,
            order.Channel, order.Quote, order.CreatedAt, order.PaidAt,
            Tickets(order, issued, back),
            await payments.OfOrderAsync(db, id.Value, cancel),
            [.. Decided(refunds, money, names).Concat(ByItself(refunds, money, names)).OrderBy(r => r.At)])
        {
            SoldBy = order.SoldBy is { } by ? names.GetValueOrDefault(by, Gone) : null,
            CompReason = order.CompReason,
            BackAhead = new Money(back.Ahead, order.Currency),
            AddOns = order.PaidAt is null ? [] : AddOns(order, back),
            Disputes = await payments.DisputesAsync(db, id.Value, cancel),
        };
    }

    private static IReadOnlyList<OrderTicketRow> Tickets(Order order, IReadOnlyList<OrderTicket> all, GivenBack back)
    {
        var types = order.Lines.GroupBy(l => l.TicketTypeId).ToDictionary(g => g.Key, g => g.First().Name);
        return [.. back.Shares.Zip(all, (share, ticket) => new OrderTicketRow(
            ticket,
            types[ticket.TicketTypeId],
            new Money(share.Price, order.Currency),
            new Money(share.Fee, order.Currency),
            back.Gone.Contains(new PaidPart(ticket.Position)),
            [.. FeesLeft(order, share, back).Select(f => (f.Name, f.Amount))]))];
    }

    private static IReadOnlyList<OrderAddOnRow> AddOns(Order order, GivenBack back) =>
    [
        .. back.Shares.Where(s => s.Kind != LineKind.Ticket).GroupBy(s => s.Line).Select(g => new OrderAddOnRow(
            order.Quote.Lines[g.Key].Title,
            g.Count(),
            order.Quote.Lines[g.Key].Total,
            [.. g.Where(s => !back.Gone.Contains(new PaidPart(s.Position))).Select(s => s.Position)],
            [.. g.SelectMany(s => FeesLeft(order, s, back))])),
    ];

    private static IEnumerable<(int Position, string Name, Money Amount)> FeesLeft(Order order, ItemShare share, GivenBack back) =>
        share.FeeParts.Where(p => !back.Gone.Contains(p) && share.Of(p) > 0).Select(p => (share.Position, p.Fee, new Money(share.Of(p), order.Currency)));

    private static IEnumerable<OrderRefundRow> Decided(IReadOnlyList<OrderRefund> refunds, IReadOnlyList<RefundView> money, IReadOnlyDictionary<Guid, string> names) =>
        from r in refunds
        let last = r.MoneyId is { } first ? Last(money, first) : null
        // What was made at the payment company and came to nothing is shown as it was made.
        select Row(r.DecidedAt, r is { AtGateway: true, Amount: 0 } ? last!.Amount : r.Sums.Total, r.Sums.Fee, r.Reason.Spoken(), r.Note, names.GetValueOrDefault(r.DecidedBy), r.Sums.Tickets, last, names) with
        {
            AddOns = r.Sums.AddOns,
            OnlyFee = r.OnlyFee,
            AtGateway = r.AtGateway,
        };

    /// <summary>Money that came too late or twice goes back without anybody deciding so.</summary>
    private static IEnumerable<OrderRefundRow> ByItself(IReadOnlyList<OrderRefund> refunds, IReadOnlyList<RefundView> money, IReadOnlyDictionary<Guid, string> names)
    {
        var decided = refunds.Select(r => r.MoneyId).ToHashSet();
        return money.Where(m => m.TriedBefore is null && !decided.Contains(m.Id))
            .Select(m => Row(m.RequestedAt, m.Amount, Money.Zero(m.Amount.Currency), m.Reason, "", null, 0, Last(money, m.Id), names));
    }

    private static OrderRefundRow Row(DateTimeOffset at, Money amount, Money fee, string reason, string note, string? by, int tickets, RefundView? last, IReadOnlyDictionary<Guid, string> names) =>
        new(at, amount, fee, reason, note, by, tickets, last?.State, last?.Failure, last is { MayTryAgain: true } ? last.Id : null)
        {
            Owed = last is { MayTryAgain: true } ? last.Amount : Money.Zero(amount.Currency),
            Tender = last?.Tender,
            ByHand = last?.ByHand is { } given ? (names.GetValueOrDefault(given.By, Gone), given.At) : null,
            ToHandBack = last is { Tender: not null, State: RefundState.Requested } ? last.Id : null,
        };

    /// <summary>The attempt that counts: the last of those that were made one for the other.</summary>
    private static RefundView Last(IReadOnlyList<RefundView> money, RefundId first)
    {
        var last = money.Single(m => m.Id == first);
        while (money.SingleOrDefault(m => m.TriedBefore == last.Id) is { } next)
            last = next;
        return last;
    }
}
