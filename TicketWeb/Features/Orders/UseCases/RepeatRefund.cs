using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Sends money once more that the gateway has refused to send.</summary>
public sealed class RepeatRefund(Databases databases, IPayments payments, OutboxSignal outbox)
{
    public async Task<Outcome<Done>> RunAsync(Access access, OrderId id, RefundId failed, CancellationToken cancel)
    {
        if (!access.May(Permission.RefundOrders))
            return new NotFound("order");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.LockAsync(id, cancel) is null || (await payments.RefundsAsync(db, id.Value, cancel)).All(r => r.Id != failed))
            return new NotFound("order");
        if ((await payments.RepeatRefundAsync(db, failed, cancel)).Refusal is { } refusal)
            return refusal;

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        outbox.Raise();
        return new Done();
    }
}
