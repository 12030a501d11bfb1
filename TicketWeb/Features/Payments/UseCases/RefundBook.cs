using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>How this feature's use cases find a refund, and write down what became of it.</summary>
internal static class RefundBook
{
    /// <summary>The refund, for looking only: while the gateway is asked, no transaction is open.</summary>
    public static async Task<Refund> FindRefundAsync(this Databases databases, RefundId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Refund>().SingleAsync(r => r.Id == id, cancel);
    }

    /// <summary>Who took the money.</summary>
    public static async Task<string> ProviderOfAsync(this Databases databases, PaymentId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Payment>().Where(p => p.Id == id).Select(p => p.Provider).SingleAsync(cancel);
    }

    /// <summary>Writes down what the gateway said of a refund as it was known; told twice at once, the second finds it noted.</summary>
    public static async Task NoteAsync(this Databases databases, Facts facts, Refund known, GatewayRefund said, CancellationToken cancel)
    {
        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var payment = await db.LockPaymentAsync(known.PaymentId, cancel);
        var refund = await db.Set<Refund>().AsTracking().SingleAsync(r => r.Id == known.Id, cancel);
        if (refund.State != known.State)
            return;
        await facts.NoteAsync(db, payment, refund, said, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The same within the caller's transaction, with the payment locked.</summary>
    public static async Task NoteAsync(this Facts facts, TicketDb db, Payment payment, Refund refund, GatewayRefund said, CancellationToken cancel)
    {
        var before = refund.State;
        refund.Note(said);
        if (refund.State == RefundState.Failed)
            payment.PutBack(new Money(refund.Amount, refund.Currency));
        if (refund.State == RefundState.Sent && before != RefundState.Sent)
            await facts.RecordAsync(db, payment.OrderId, new RefundSent(refund.Id, refund.OrganizationId, payment.OrderId, refund.Currency.Code, refund.Amount), cancel);
        else if (refund.State == RefundState.Failed && before == RefundState.Sent)
            await facts.RecordAsync(db, payment.OrderId, new RefundReturned(refund.Id, refund.OrganizationId, payment.OrderId, refund.Currency.Code, refund.Amount), cancel);
    }
}
