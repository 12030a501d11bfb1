using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Pricing;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>How this feature's use cases find an order.</summary>
internal static class OrderBook
{
    /// <summary>The orders, locked until the transaction ends; those that are missing are left out.</summary>
    /// <param name="with">What is read with them, after they are locked.</param>
    public static async Task<Dictionary<OrderId, Order>> LockAsync(this TicketDb db, IEnumerable<OrderId> ids, CancellationToken cancel, params RowQuery[] with)
    {
        var sorted = Sorted(ids);
        var orders = RowQuery.Of<Order>($"where id = any({sorted}) order by id for update");
        // Asked for by themselves: in a join with locked rows PostgreSQL may read every line that there is.
        var lines = RowQuery.Of<OrderLine>($"where order_id = any({sorted})");
        await db.ReadAsync([orders, lines, .. with], cancel);
        return orders.Found.ToDictionary(o => o.Id);
    }

    /// <summary>The ids of these orders' reservations, as SQL.</summary>
    public static FormattableString ReservationsOf(IEnumerable<OrderId> ids) => $"array(select reservation_id from orders.orders where id = any({Sorted(ids)}))";

    /// <summary>The order as it is, for looking only.</summary>
    public static Task<Order?> FindAsync(this TicketDb db, OrderId id, CancellationToken cancel) => db.Set<Order>().SingleOrDefaultAsync(o => o.Id == id, cancel);

    /// <summary>The order, locked until the transaction ends: the first lock that any change of it takes.</summary>
    public static async Task<Order?> LockAsync(this TicketDb db, OrderId id, CancellationToken cancel) =>
        (await db.LockAsync([id], cancel)).GetValueOrDefault(id);

    /// <summary>The same, for whoever holds its checkout's secret; without it there is no such order.</summary>
    public static async Task<Order?> LockAsync(this TicketDb db, OrderId id, string? secret, CancellationToken cancel) =>
        await db.LockAsync(id, cancel) is { } order && order.OpensWith(secret) ? order : null;

    /// <summary>How often codes are used by orders that hold or have something; those that are not used are left out.</summary>
    public static async Task<Dictionary<DiscountCodeId, int>> UsesAsync(this TicketDb db, IReadOnlyCollection<DiscountCodeId> codes, CancellationToken cancel) =>
        await db.Set<Order>()
            .Where(o => codes.Contains(o.DiscountCodeId!.Value) && (o.State == OrderState.Reserved || o.State == OrderState.AwaitingPayment || o.State == OrderState.Paid || o.State == OrderState.PartlyRefunded))
            .GroupBy(o => o.DiscountCodeId!.Value)
            .Select(g => new { g.Key, Uses = g.Sum(o => o.CodeUses) })
            .ToDictionaryAsync(g => g.Key, g => g.Uses, cancel);

    /// <summary>
    /// How many tickets are reserved, being paid or paid at the tiers that hold now and are for so many only. No query where there are none; under
    /// the lock of the pools nobody else changes it.
    /// </summary>
    public static async Task<Dictionary<PriceTierId, int>> TiersAsync(this TicketDb db, IEnumerable<TicketTypeView> types, DateTimeOffset now, CancellationToken cancel)
    {
        var tiers = types.SelectMany(t => t.Tiers).Where(t => t.Most is not null && t.HoldsAt(now)).Select(t => t.Id).ToList();
        return tiers.Count == 0 ? [] : await db.Set<OrderLine>()
            .Where(l => tiers.Contains(l.TierId!.Value))
            .Join(
                db.Set<Order>().Where(o => o.State == OrderState.Reserved || o.State == OrderState.AwaitingPayment || o.PaidAt != null),
                l => l.OrderId, o => o.Id, (l, o) => new { TierId = l.TierId!.Value, Kept = l.Count - l.Returned })
            .GroupBy(l => l.TierId)
            .Select(g => new { g.Key, Taken = g.Sum(l => l.Kept) })
            .ToDictionaryAsync(g => g.Key, g => g.Taken, cancel);
    }

    public static bool OpensWith(this Order order, string? secret) =>
        CheckoutSecret.Parse(secret) is { } known && known.Hash.AsSpan().SequenceEqual(order.SecretHash);

    /// <summary>Sorted, so that two batches never wait for each other.</summary>
    private static Guid[] Sorted(IEnumerable<OrderId> ids) => [.. ids.Select(i => i.Value).Distinct().Order()];
}
