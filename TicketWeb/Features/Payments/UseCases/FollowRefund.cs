using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>Asks the gateway how a refund stands, after a webhook: a bank may send it back days after it was sent.</summary>
internal sealed class FollowRefund(Databases databases, IPaymentGateway gateway) : IHandle<RefundChanged>
{
    public async Task HandleAsync(RefundChanged fact, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var refund = await db.Set<Refund>().AsTracking().SingleAsync(r => r.Id == RefundId.From(fact.RefundId), cancel);
        // One that is not sent yet hears the answer when it is.
        if (refund.State == RefundState.Requested || await gateway.ReadRefundAsync(refund.PaymentId, refund.Id, cancel) is not { } said)
            return;

        refund.Note(said);
        await db.SaveChangesAsync(cancel);
    }
}
