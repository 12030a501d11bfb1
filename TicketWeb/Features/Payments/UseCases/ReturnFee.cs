using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>
/// Gives back what of the installation's fee goes with a refund, to the penny, once the buyer has the money. A refund that had to be asked for again is
/// known by the first one that failed, so that the fee goes back once. What somebody refunded at the gateway, they refunded with our fee or without it.
/// </summary>
internal sealed class ReturnFee(Databases databases, IPaymentGateway gateway) : IHandle<RefundSent>, IHandle<RefundGivenByHand>
{
    public Task HandleAsync(RefundSent fact, CancellationToken cancel) => RunAsync(fact.RefundId, cancel);

    public Task HandleAsync(RefundGivenByHand fact, CancellationToken cancel) => RunAsync(fact.RefundId, cancel);

    private async Task RunAsync(RefundId id, CancellationToken cancel)
    {
        var refund = await databases.FindRefundAsync(id, cancel);
        if (refund is { Reference: null, ReturnedFee: > 0 and var fee } && await databases.ProviderOfAsync(refund.PaymentId, cancel) == gateway.Provider)
            await gateway.ReturnFeeAsync(refund.PaymentId, await FirstAsync(refund, cancel), new Money(fee, refund.Currency), cancel);
    }

    private async Task<RefundId> FirstAsync(Refund refund, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var before = await db.Set<Refund>().Where(r => r.PaymentId == refund.PaymentId).ToDictionaryAsync(r => r.Id, r => r.TriedBefore, cancel);
        var first = refund.Id;
        while (before[first] is { } earlier)
            first = earlier;
        return first;
    }
}
