using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>The organization's orders, newest first; paged by where the last page ended, so that new orders neither repeat nor hide one.</summary>
public sealed class ListOrders(Databases databases, IEvents events)
{
    private const int PageSize = 50;

    /// <param name="text">Part of a number, name or address; empty for all.</param>
    /// <param name="after">The last order of the page before.</param>
    public async Task<OrderPage> RunAsync(Access access, EventId? of, OrderState? state, string? text, OrderId? after, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeOrders))
            return new OrderPage([], 0, null);

        await using var db = databases.Tenant(access.OrganizationId.Value);
        var withBuyer = access.May(Permission.SeeBuyers);
        var counted = await Matching(db.Set<Order>(), of, state, text, withBuyer).Take(OrderPage.MostCounted + 1).CountAsync(cancel);
        // EF cannot compare ids behind their converter; PostgreSQL compares them as it sorts them.
        var rest = after is { } last ? db.Set<Order>().FromSql($"select *, xmin from orders.orders where id < {last.Value}") : db.Set<Order>();
        var rows = await Matching(rest, of, state, text, withBuyer).OrderByDescending(o => o.Id).Take(PageSize + 1).ToListAsync(cancel);
        var shown = rows.Take(PageSize).ToList();
        var titles = of is null ? (await events.FindAllAsync([.. shown.Select(o => o.EventId).Distinct()], cancel)).ToDictionary(e => e.Id, e => e.Title) : [];
        var page = shown.Select(o => Row(o, withBuyer) with { Event = titles.GetValueOrDefault(o.EventId, "") }).ToList();
        return new OrderPage(page, counted > OrderPage.MostCounted ? null : counted, rows.Count > PageSize ? page[^1].Id : null);
    }

    private static IQueryable<Order> Matching(IQueryable<Order> orders, EventId? of, OrderState? state, string? text, bool withBuyer)
    {
        if (of is { } eventId)
            orders = orders.Where(o => o.EventId == eventId);
        if (state is { } wanted)
            orders = orders.Where(o => o.State == wanted);
        if (string.IsNullOrWhiteSpace(text))
            return orders;
        var pattern = $"%{text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        // Whoever may not see buyers must not find them out by searching either.
        return withBuyer
            ? orders.Where(o => EF.Functions.ILike(o.Number, pattern) || EF.Functions.ILike(o.Name!, pattern) || EF.Functions.ILike(o.Email!, pattern))
            : orders.Where(o => EF.Functions.ILike(o.Number, pattern));
    }

    private static OrderRow Row(Order o, bool withBuyer) => new(
        o.Id, o.Number, o.State, withBuyer ? o.Name : null, withBuyer ? o.Email : null, o.Lines.Where(l => l.Kind == LineKind.Ticket).Sum(l => l.Count), new Money(o.Total, o.Currency), o.Channel, o.CreatedAt)
    {
        Comp = o.CompReason is not null,
    };
}
