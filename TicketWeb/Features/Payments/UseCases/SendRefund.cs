using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>
/// Sends a requested refund to the gateway. The refund's id is its key there, so sending it again refunds nothing more. What the gateway
/// refuses is the payment's again, and waits for somebody to ask once more. No gateway is asked about what another one took.
/// </summary>
internal sealed class SendRefund(Databases databases, IPaymentGateway gateway, Facts facts) : IHandle<RefundRequested>
{
    public async Task HandleAsync(RefundRequested fact, CancellationToken cancel)
    {
        if (await databases.FindRefundAsync(RefundId.From(fact.RefundId), cancel) is not { State: RefundState.Requested } requested)
            return;
        var provider = await databases.ProviderOfAsync(requested.PaymentId, cancel);
        var said = provider == gateway.Provider
            ? await gateway.RefundAsync(requested.PaymentId, requested.Id, new Money(requested.Amount, requested.Currency), requested.ReturnsFee, cancel)
            : new GatewayRefund($"It was paid through {ProviderWords.Spoken(provider)}, which is not set up any more.");
        await databases.NoteAsync(facts, requested, said, cancel);
    }
}
