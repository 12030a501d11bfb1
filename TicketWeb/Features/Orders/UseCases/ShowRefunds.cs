using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>What the team has sent back for an event, added up by the database from the very rows that the money is sent for.</summary>
public sealed class ShowRefunds(Databases databases, IOrganizations organizations, IPayments payments)
{
    /// <summary>Null when there is no such event for this person.</summary>
    public async Task<RefundFigures?> RunAsync(Access access, EventView of, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeFigures) || of.OrganizationId != access.OrganizationId)
            return null;

        var zone = (await organizations.FindAsync(access.OrganizationId, cancel))!.TimeZone;
        await using var db = databases.Tenant(access.OrganizationId.Value);
        var refunds = db.Set<OrderRefund>().Where(r => r.EventId == of.Id);
        var reasons = await refunds.GroupBy(r => r.Reason)
            .Select(g => new { g.Key, Count = g.Count(), Price = g.Sum(r => r.Price), Fee = g.Sum(r => r.Fee) }).ToListAsync(cancel);
        var people = await refunds.GroupBy(r => r.DecidedBy).Select(g => new { g.Key, Count = g.Count(), Amount = g.Sum(r => r.Price + r.Fee) }).ToListAsync(cancel);
        var days = await refunds.GroupBy(r => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(r.DecidedAt.UtcDateTime, zone).Date)
            .Select(g => new { Day = g.Key, Count = g.Count(), Amount = g.Sum(r => r.Price + r.Fee) }).OrderBy(d => d.Day).ToListAsync(cancel);
        var items = await db.Set<RefundedPart>().Where(p => p.Part == RefundPart.Price && refunds.Any(r => r.Id == p.RefundId))
            .GroupBy(p => p.AddOn).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var names = await databases.NamesAsync(people.Select(p => p.Key), cancel);

        return new RefundFigures(
            reasons.Sum(r => r.Count),
            items.GetValueOrDefault(false),
            Amount(reasons.Sum(r => r.Price + r.Fee)),
            Amount(reasons.Sum(r => r.Fee)),
            await FailedAsync(db, of.Id, cancel),
            [.. reasons.Select(r => (r.Key, r.Count, Amount(r.Price + r.Fee))).OrderByDescending(r => r.Item3.Minor)],
            [.. people.Select(p => (p.Key == Guid.Empty ? "At the payment company" : names.GetValueOrDefault(p.Key, "Somebody who has left"), p.Count, Amount(p.Amount))).OrderByDescending(p => p.Item3.Minor)],
            [.. days.Select(d => (DateOnly.FromDateTime(d.Day), d.Count, Amount(d.Amount)))])
        {
            AddOns = items.GetValueOrDefault(true),
            BackAhead = await BackAheadAsync(db, of, cancel),
            ToHandBack = await ToHandBackAsync(db, of.Id, cancel),
        };

        Money Amount(long minor) => new(minor, of.Currency);
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
