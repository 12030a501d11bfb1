using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Settles a refund that the gateway will not send: whoever says so has given the money back in another way, outside the platform.</summary>
public sealed class GiveRefundByHand(Databases databases, IPayments payments)
{
    public async Task<Outcome<Done>> RunAsync(Access access, OrderId id, RefundId failed, CancellationToken cancel)
    {
        if (!access.May(Permission.RefundOrders))
            return new NotFound("order");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.LockAsync(id, cancel) is null || (await payments.RefundsAsync(db, id.Value, cancel)).All(r => r.Id != failed))
            return new NotFound("order");
        if ((await payments.GiveByHandAsync(db, failed, access.AccountId, cancel)).Refusal is { } refusal)
            return refusal;

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
