using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Settles a refund of what was paid at the desk: whoever says so has given the money back, out of their own drawer.</summary>
public sealed class HandBackRefund(Databases databases, IPayments payments, Facts facts)
{
    public async Task<Outcome<Done>> RunAsync(Access access, OrderId id, RefundId refund, CancellationToken cancel)
    {
        if (!access.May(Permission.SellAtDesk))
            return new NotFound("order");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.LockAsync(id, cancel) is not { } order || (await payments.RefundsAsync(db, id.Value, cancel)).All(r => r.Id != refund))
            return new NotFound("order");
        if (!(await payments.HandBackAsync(db, refund, access.AccountId, cancel)).IsDone(out var given, out var refusal))
            return refusal;

        await facts.RecordAsync(db, id.Value, new RefundHandedBack(
            id, order.Number, order.OrganizationId, order.EventId, refund, access.AccountId, given.Tender, given.Amount.Minor, given.Amount.Currency.Code), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
