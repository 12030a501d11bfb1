using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>How this feature's use cases find an order.</summary>
internal static class OrderBook
{
    /// <summary>The order, locked until the transaction ends: the first lock that any change of it takes.</summary>
    public static async Task<Order?> LockAsync(this TicketDb db, OrderId id, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select from orders.orders where id = {id.Value} for update", cancel);
        return await db.Set<Order>().AsTracking().SingleOrDefaultAsync(o => o.Id == id, cancel);
    }

    /// <summary>The same, for whoever holds its checkout's secret; without it there is no such order.</summary>
    public static async Task<Order?> LockAsync(this TicketDb db, OrderId id, string? secret, CancellationToken cancel) =>
        await db.LockAsync(id, cancel) is { } order && order.OpensWith(secret) ? order : null;

    public static bool OpensWith(this Order order, string? secret) =>
        CheckoutSecret.Parse(secret) is { } known && known.Hash.AsSpan().SequenceEqual(order.SecretHash);
}
