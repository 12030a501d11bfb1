using TicketWeb.Features.Payments.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>How this feature's use cases find a payment that they change.</summary>
internal static class PaymentBook
{
    /// <summary>The payments, locked until the transaction ends, in the order of their ids.</summary>
    public static RowQuery Locked(IEnumerable<PaymentId> ids) => RowQuery.Of<Payment>($"where id = any({ids.Select(i => i.Value).ToArray()}) order by id for update");

    /// <summary>One of them; a payment that is asked for here is there.</summary>
    public static async Task<Payment> LockPaymentAsync(this TicketDb db, PaymentId id, CancellationToken cancel)
    {
        await db.ReadAsync([Locked([id])], cancel);
        return db.Changing<Payment>(id) ?? throw new InvalidOperationException($"There is no payment {id.Value}.");
    }
}
