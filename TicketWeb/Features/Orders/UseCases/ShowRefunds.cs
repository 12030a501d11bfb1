using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>What has gone back of an event, and what somebody has to do about it still.</summary>
public sealed class ShowRefunds(Databases databases, IOrganizations organizations, IPayments payments, RefundSums sums)
{
    /// <summary>Null when there is no such event for this person.</summary>
    public async Task<EventRefunds?> RunAsync(Access access, EventView of, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeFigures) || of.OrganizationId != access.OrganizationId)
            return null;

        var zone = (await organizations.FindAsync(access.OrganizationId, cancel))!.TimeZone;
        await using var db = databases.Tenant(access.OrganizationId.Value);
        // An event sells in one currency.
        var figures = await sums.AddUpAsync(db, db.Set<OrderRefund>().Where(r => r.EventId == of.Id), DateTimeOffset.MinValue, DateTimeOffset.MaxValue, zone, cancel);
        return new EventRefunds(
            figures.SingleOrDefault() ?? RefundFigures.None(of.Currency), await FailedAsync(db, of.Id, cancel), await BackAheadAsync(db, of, cancel), await ToHandBackAsync(db, of.Id, cancel));
    }

    /// <summary>More went back of these than the tickets that went back were worth.</summary>
    private static async Task<IReadOnlyList<(OrderId Id, string Number, Money Amount)>> BackAheadAsync(TicketDb db, EventView of, CancellationToken cancel)
    {
        var orders = db.Set<Order>().Where(o => o.EventId == of.Id && o.State == OrderState.PartlyRefunded
            && db.Set<OrderRefund>().Any(r => r.OrderId == o.Id && r.EventId == of.Id && r.Reason == RefundReason.AtGateway));
        var found = await orders.OrderBy(o => o.Id).Select(o => new
        {
            o.Id,
            o.Number,
            Back = db.Set<OrderRefund>().Where(r => r.OrderId == o.Id).Sum(r => r.Price + r.Fee),
            Worth = db.Set<RefundedPart>().Where(p => p.OrderId == o.Id).Sum(p => p.Amount),
        }).Where(o => o.Back > o.Worth).ToListAsync(cancel);
        return [.. found.Select(o => (o.Id, o.Number, new Money(o.Back - o.Worth, of.Currency)))];
    }

    private async Task<IReadOnlyList<(OrderId Id, string Number, Tender Tender, Money Amount)>> ToHandBackAsync(TicketDb db, EventId of, CancellationToken cancel)
    {
        var due = await payments.ToHandBackAsync(db, cancel);
        var ids = due.Select(d => OrderId.From(d.OrderId)).Distinct().ToList();
        var numbers = await db.Set<Order>().Where(o => o.EventId == of && ids.Contains(o.Id)).Select(o => new { o.Id, o.Number }).ToDictionaryAsync(o => o.Id, o => o.Number, cancel);
        return [.. due.Where(d => numbers.ContainsKey(OrderId.From(d.OrderId))).Select(d => (OrderId.From(d.OrderId), numbers[OrderId.From(d.OrderId)], d.Tender, d.Amount))];
    }

    private async Task<IReadOnlyList<(OrderId Id, string Number)>> FailedAsync(TicketDb db, EventId of, CancellationToken cancel)
    {
        var failed = (await payments.FailedRefundsAsync(db, cancel)).Select(OrderId.From).ToList();
        var orders = await db.Set<Order>().Where(o => o.EventId == of && failed.Contains(o.Id)).OrderBy(o => o.Id).Select(o => new { o.Id, o.Number }).ToListAsync(cancel);
        return [.. orders.Select(o => (o.Id, o.Number))];
    }
}
