using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// Puts back what nobody paid for. Where a payment may still be under way, the gateway is told to cancel it and asked how it stands
/// before anything is released: it may have succeeded this very moment.
/// </summary>
internal sealed class ExpireOrders(Databases databases, IInventory inventory, IPayments payments, SettleOrder settle)
{
    private const int LargestBatch = 200;

    /// <returns>How many orders were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var expired = await ExpireAbandonedAsync(cancel);
        var unanswered = await UnansweredAsync(cancel);
        foreach (var payment in unanswered)
            await settle.RunAsync(OrderId.From(payment.OrderId), payment.Id, await payments.CancelAsync(payment.Id, cancel));
        return expired + unanswered.Count;
    }

    /// <summary>In one transaction for all; what another node or a buyer has in hand is passed over.</summary>
    private async Task<int> ExpireAbandonedAsync(CancellationToken cancel)
    {
        await using var db = databases.Batch();
        var due = (await inventory.ExpiredAsync(db, LargestBatch, cancel)).Select(r => r.Value).ToArray();
        if (due.Length == 0)
            return 0;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var orders = RowQuery.Of<Order>($"where reservation_id = any({due}) and state = 'Reserved' order by id for update skip locked");
        await db.ReadAsync([orders], cancel);
        foreach (var order in orders.Found)
            order.Expire();
        await inventory.ReleaseAsync(db, [.. orders.Found.Select(o => o.ReservationId)], cancel);
        await db.CommitInBulkAsync(cancel);
        return orders.Found.Count;
    }

    private async Task<IReadOnlyList<PaymentView>> UnansweredAsync(CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await payments.UnansweredAsync(db, LargestBatch, cancel);
    }
}
