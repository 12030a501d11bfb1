using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>Asks the gateway how a refund stands, after a webhook: a bank may send it back days after it was sent.</summary>
internal sealed class FollowRefund(Databases databases, IPaymentGateway gateway, Facts facts) : IHandle<RefundChanged>
{
    public async Task HandleAsync(RefundChanged fact, CancellationToken cancel)
    {
        // One that is not sent yet hears the answer when it is; one that failed stays so, for it may have been asked for again.
        if (await databases.FindRefundAsync(RefundId.From(fact.RefundId), cancel) is not { State: RefundState.Sent } sent)
            return;
        if ((await gateway.ReadRefundsAsync(sent.PaymentId, cancel)).FirstOrDefault(r => r.Ours == sent.Id) is { } made)
            await databases.NoteAsync(facts, sent, new GatewayRefund(made.Failure), cancel);
    }
}
