using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// Puts back what nobody paid for. Where a payment may still be under way, the gateway is told to cancel it and asked how it stands
/// before anything is released: it may have succeeded this very moment.
/// </summary>
internal sealed class ExpireOrders(Databases databases, IInventory inventory, IPayments payments, SettleOrder settle, OutboxSignal outbox, TimeProvider clock)
{
    private const int LargestBatch = 100;

    /// <summary>How long a bank's page or a slow gateway may take.</summary>
    private static readonly TimeSpan PatienceWithPayments = TimeSpan.FromMinutes(30);

    /// <returns>How many orders were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var abandoned = await AbandonedAsync(cancel);
        var unanswered = await UnansweredAsync(cancel);
        foreach (var id in abandoned)
            await ExpireAsync(id, cancel);
        foreach (var id in unanswered)
            await CancelPaymentAsync(id, cancel);
        return abandoned.Count + unanswered.Count;
    }

    private async Task<List<OrderId>> AbandonedAsync(CancellationToken cancel)
    {
        await using var db = databases.Service();
        var reservations = await inventory.ExpiredAsync(db, LargestBatch, cancel);
        return await db.Set<Order>().Where(o => reservations.Contains(o.ReservationId)).Select(o => o.Id).ToListAsync(cancel);
    }

    private async Task<List<OrderId>> UnansweredAsync(CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - PatienceWithPayments;
        await using var db = databases.Service();
        return await db.Set<Order>().Where(o => o.State == OrderState.AwaitingPayment && o.AwaitingSince < since)
            .OrderBy(o => o.AwaitingSince).Take(LargestBatch).Select(o => o.Id).ToListAsync(cancel);
    }

    private async Task ExpireAsync(OrderId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.LockAsync(id, cancel) is not { State: OrderState.Reserved } order)
            return;

        order.Expire();
        await inventory.ReleaseAsync(db, order.ReservationId, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task CancelPaymentAsync(OrderId id, CancellationToken cancel)
    {
        PaymentView? payment;
        await using (var reading = databases.Service())
            payment = await payments.LatestAsync(reading, id.Value, cancel);
        var said = payment is null ? null : await payments.CancelAsync(payment.Id, cancel);
        if (said is { State: PaymentState.Processing })
            return;

        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.LockAsync(id, cancel) is not { State: OrderState.AwaitingPayment } order)
            return;

        if (payment is not null)
            await settle.RunAsync(db, order, payment.Id, said, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        outbox.Raise();
    }
}
