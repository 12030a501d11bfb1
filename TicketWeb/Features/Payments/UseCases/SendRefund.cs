using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>
/// Sends a requested refund to the gateway. The refund's id is its key there, so sending it again refunds nothing more. What the gateway
/// refuses is the payment's again, and waits for somebody to ask once more.
/// </summary>
internal sealed class SendRefund(Databases databases, IPaymentGateway gateway) : IHandle<RefundRequested>
{
    public async Task HandleAsync(RefundRequested fact, CancellationToken cancel)
    {
        var id = RefundId.From(fact.RefundId);
        if (await FindAsync(id, cancel) is not { State: RefundState.Requested } requested)
            return;

        var amount = new Money(requested.Amount, requested.Currency);
        var said = await gateway.RefundAsync(requested.PaymentId, id, amount, cancel);

        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var payment = await db.LockPaymentAsync(requested.PaymentId, cancel);
        var refund = await db.Set<Refund>().AsTracking().SingleAsync(r => r.Id == id, cancel);
        // Told twice at once, the second finds it noted.
        if (refund.State != RefundState.Requested)
            return;
        refund.Note(said);
        if (refund.State == RefundState.Failed)
            payment.PutBack(amount);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<Refund> FindAsync(RefundId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Refund>().SingleAsync(r => r.Id == id, cancel);
    }
}
