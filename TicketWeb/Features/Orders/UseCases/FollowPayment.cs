using TicketWeb.Features.Payments;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Asks the gateway how a payment stands and settles its order accordingly: after a webhook, or when the buyer is back from their bank.</summary>
public sealed class FollowPayment(Databases databases, IPayments payments, SettleOrder settle, OutboxSignal outbox, TimeProvider clock) : IHandle<PaymentChanged>
{
    /// <summary>How long an attempt may be on its way to a gateway that says it never heard of it.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    public Task HandleAsync(PaymentChanged fact, CancellationToken cancel) => RunAsync(OrderId.From(fact.OrderId), PaymentId.From(fact.PaymentId), cancel);

    public async Task RunAsync(OrderId orderId, PaymentId paymentId, CancellationToken cancel)
    {
        var said = await payments.ReadAsync(paymentId, cancel);
        await using var db = databases.Service();
        if (said is null && await payments.LatestAsync(db, orderId.Value, cancel) is { } latest && latest.Id == paymentId && clock.GetUtcNow() - latest.BegunAt < OnItsWay)
            return;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var order = await db.LockAsync(orderId, cancel) ?? throw new InvalidOperationException($"Payment {paymentId.Value} has no order.");
        await settle.RunAsync(db, order, paymentId, said, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        outbox.Raise();
    }
}
