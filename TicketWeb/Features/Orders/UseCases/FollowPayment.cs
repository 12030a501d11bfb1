using TicketWeb.Features.Payments;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Asks the gateway how a payment stands and settles its order accordingly: after a webhook, or when the buyer is back from their bank.</summary>
public sealed class FollowPayment(Databases databases, IPayments payments, SettleOrder settle, TimeProvider clock) : IHandle<PaymentChanged>
{
    /// <summary>How long an attempt may be on its way to a gateway that says it never heard of it.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    public Task HandleAsync(PaymentChanged fact, CancellationToken cancel) => RunAsync(OrderId.From(fact.OrderId), PaymentId.From(fact.PaymentId), cancel);

    /// <returns>What the gateway said; null when it never heard of the payment.</returns>
    public async Task<GatewayPayment?> RunAsync(OrderId orderId, PaymentId paymentId, CancellationToken cancel)
    {
        var said = await payments.ReadAsync(paymentId, cancel);
        if (said is not null || !await IsOnItsWayAsync(orderId, paymentId, cancel))
            await settle.RunAsync(orderId, paymentId, said);
        return said;
    }

    private async Task<bool> IsOnItsWayAsync(OrderId orderId, PaymentId paymentId, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await payments.LatestAsync(db, orderId.Value, cancel) is { } latest && latest.Id == paymentId && clock.GetUtcNow() - latest.BegunAt < OnItsWay;
    }
}
