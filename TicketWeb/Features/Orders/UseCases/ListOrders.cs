using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>The organization's orders, newest first; paged by where the last page ended, so that new orders neither repeat nor hide one.</summary>
public sealed class ListOrders(Databases databases)
{
    private const int PageSize = 50;

    /// <param name="text">Part of a number, name or address; empty for all.</param>
    /// <param name="after">The last order of the page before.</param>
    public async Task<OrderPage> RunAsync(Access access, EventId? of, OrderState? state, string? text, OrderId? after, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeOrders))
            return new OrderPage([], 0, null);

        await using var db = databases.Tenant(access.OrganizationId.Value);
        var orders = db.Set<Order>().AsQueryable();
        if (of is { } eventId)
            orders = orders.Where(o => o.EventId == eventId);
        if (state is { } wanted)
            orders = orders.Where(o => o.State == wanted);
        if (!string.IsNullOrWhiteSpace(text))
        {
            var pattern = $"%{text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            orders = orders.Where(o => EF.Functions.ILike(o.Number, pattern) || EF.Functions.ILike(o.Name!, pattern) || EF.Functions.ILike(o.Email!, pattern));
        }

        var total = await orders.CountAsync(cancel);
        if (after is { } last)
            orders = orders.Where(o => ((Guid)(object)o.Id).CompareTo((Guid)(object)last) < 0);
        var rows = await orders.OrderByDescending(o => o.Id).Take(PageSize + 1).ToListAsync(cancel);
        var page = rows.Take(PageSize).Select(o => Row(o, access.May(Permission.SeeBuyers))).ToList();
        return new OrderPage(page, total, rows.Count > PageSize ? page[^1].Id : null);
    }

    private static OrderRow Row(Order o, bool withBuyer) => new(
        o.Id, o.Number, o.State, withBuyer ? o.Name : null, withBuyer ? o.Email : null, o.Lines.Sum(l => l.Count), new Money(o.Total, o.Currency), o.Channel, o.CreatedAt);
}
