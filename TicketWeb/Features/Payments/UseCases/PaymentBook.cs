using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>How this feature's use cases find a payment that they change.</summary>
internal static class PaymentBook
{
    /// <summary>The payments, locked until the transaction ends, in the order of their ids.</summary>
    public static async Task LockPaymentsAsync(this TicketDb db, IReadOnlyCollection<PaymentId> ids, CancellationToken cancel)
    {
        var sorted = ids.Select(i => i.Value).Order().ToArray();
        await db.Set<Payment>().FromSql($"select *, xmin from payments.payments where id = any({sorted}) order by id for update").ToChangeAsync(db, cancel);
    }

    /// <summary>One of them; a payment that is asked for here is there.</summary>
    public static async Task<Payment> LockPaymentAsync(this TicketDb db, PaymentId id, CancellationToken cancel)
    {
        await db.LockPaymentsAsync([id], cancel);
        return db.Changing<Payment>(id) ?? throw new InvalidOperationException($"There is no payment {id.Value}.");
    }
}
