using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Payments.Data;

/// <summary>What a payment counts, against the refunds that it counts.</summary>
internal static class PaymentChecks
{
    public static readonly Check[] All =
    [
        // What the gateway refused to send is not counted: it can be asked for again.
        new("Payments count their refunds",
            """
            select format('Payment %s of order %s counts %s %s (minor units) refunded, but its refunds come to %s.', p.id, p.order_id, p.refunded, p.currency, coalesce(r.amount, 0))
            from payments.payments p
            left join (select payment_id, sum(amount) as amount from payments.refunds where state <> 'Failed' group by payment_id) r on r.payment_id = p.id
            where p.refunded <> coalesce(r.amount, 0)
            """),
    ];
}
