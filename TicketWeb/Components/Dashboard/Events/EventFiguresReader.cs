using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Features.Door;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Dashboard.Events;

/// <summary>Gathers an event's figures from the features that know them.</summary>
public sealed class EventFiguresReader(ShowStock stock, ShowSales sales, ShowRefunds refunds, IDoor door, TimeProvider clock)
{
    /// <param name="before">What was read last: while the stock has not moved since, neither have the sales.</param>
    public async Task<EventFigures> ReadAsync(Membership membership, EventView of, EventFigures? before, CancellationToken cancel)
    {
        var (pools, types, addOns) = await stock.RunAsync(membership.Access, of.Id, cancel);
        var inside = await door.FiguresAsync(of.Id, cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().LocalTime(membership.Organization.TimeZone).DateTime);
        var mark = $"{today:O} {string.Join(' ', types.OrderBy(t => t.TicketTypeId.Value).Select(t => $"{t.Sold}/{t.Reserved}/{t.Left}/{inside.Of(t.TicketTypeId)}"))} {string.Join(' ', addOns.OrderBy(a => a.Id.Value).Select(a => $"{a.Sold}/{a.Reserved}/{a.Left}"))}";
        if (before?.Mark == mark)
            return before;

        var sold = await sales.RunAsync(membership.Access, of, cancel);
        var back = await refunds.RunAsync(membership.Access, of, cancel);
        return new EventFigures(
            sold ?? new(0, 0, Money.Zero(of.Currency), Money.Zero(of.Currency), []),
            back ?? new(RefundFigures.None(of.Currency), [], [], []), types, StockSummary.Left(pools, types), inside, today, mark)
        {
            AddOns = addOns,
        };
    }
}
