using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>What an event has sold and not taken back, added up by the database.</summary>
public sealed class ShowSales(Databases databases, IOrganizations organizations)
{
    /// <summary>Null when there is no such event for this person.</summary>
    public async Task<SalesFigures?> RunAsync(Access access, EventView of, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeFigures) || of.OrganizationId != access.OrganizationId)
            return null;

        var zone = (await organizations.FindAsync(access.OrganizationId, cancel))!.TimeZone;
        await using var db = databases.Tenant(access.OrganizationId.Value);
        var lines = db.Set<Order>().Where(o => o.EventId == of.Id && o.PaidAt != null)
            .Join(db.Set<OrderLine>(), o => o.Id, l => l.OrderId, (o, l) => new { o.PaidAt, Line = l, AddedTax = o.TaxIncluded ? 0 : l.Tax });
        var sums = await lines.GroupBy(_ => 1).Select(g => new
        {
            Tickets = g.Sum(x => x.Line.Kind == LineKind.Ticket ? x.Line.Count - x.Line.Refunded : 0),
            AddOns = g.Sum(x => x.Line.Kind == LineKind.Ticket ? 0 : x.Line.Count - x.Line.Refunded),
            Gross = g.Sum(x => ((x.Line.UnitPrice + x.Line.UnitFee) * x.Line.Count) + x.Line.FeeRest - x.Line.Discount + x.AddedTax),
            Net = g.Sum(x => (x.Line.UnitPrice * x.Line.Count) - x.Line.Discount + x.AddedTax + x.Line.OwnFee - x.Line.AbsorbedFee),
        }).SingleOrDefaultAsync(cancel);
        var back = await db.Set<OrderRefund>().Where(r => r.EventId == of.Id).GroupBy(_ => 1)
            .Select(g => new { Price = g.Sum(r => r.Price), Fee = g.Sum(r => r.Fee), OwnFee = g.Sum(r => r.OwnFee) }).SingleOrDefaultAsync(cancel);
        var orders = await db.Set<Order>().CountAsync(o => o.EventId == of.Id && (o.State == OrderState.Paid || o.State == OrderState.PartlyRefunded), cancel);
        var days = await lines.Where(x => x.Line.Kind == LineKind.Ticket)
            .GroupBy(x => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(x.PaidAt!.Value.UtcDateTime, zone).Date)
            .Select(g => new { Day = g.Key, Tickets = g.Sum(x => x.Line.Count - x.Line.Refunded) })
            .Where(d => d.Tickets > 0)
            .OrderBy(d => d.Day).ToListAsync(cancel);

        return new SalesFigures(
            sums?.Tickets ?? 0, orders,
            new Money((sums?.Gross ?? 0) - (back?.Price ?? 0) - (back?.Fee ?? 0), of.Currency), new Money((sums?.Net ?? 0) - (back?.Price ?? 0) - (back?.OwnFee ?? 0), of.Currency),
            [.. days.Select(d => (DateOnly.FromDateTime(d.Day), d.Tickets))])
        {
            AddOns = sums?.AddOns ?? 0,
        };
    }
}
