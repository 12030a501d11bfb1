using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>Sends a requested refund to the gateway. The refund's id is its key there, so sending it again refunds nothing more.</summary>
internal sealed class SendRefund(Databases databases, IPaymentGateway gateway) : IHandle<RefundRequested>
{
    public async Task HandleAsync(RefundRequested fact, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var refund = await db.Set<Refund>().AsTracking().SingleAsync(r => r.Id == RefundId.From(fact.RefundId), cancel);
        if (refund.State != RefundState.Requested)
            return;

        refund.Note(await gateway.RefundAsync(refund.PaymentId, refund.Id, new Money(refund.Amount, refund.Currency), refund.ReturnsFee, cancel));
        await db.SaveChangesAsync(cancel);
    }
}
