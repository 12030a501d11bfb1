using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Orders.Data;

/// <summary>An order against the reservation that it stands on, its own lines, and the money for it.</summary>
internal static class OrderChecks
{
    public static readonly Check[] All =
    [
        // A reservation whose buyer has gone before there was an order is nobody's fault, until its time is up and it still holds what it holds.
        new("Orders and their reservations are in step",
            """
            select case
                when o.id is null then format('Reservation %s of event %s is %s and past its time, but no order knows it.', r.id, r.event_id, r.state)
                when r.id is null then format('Order %s (%s) is %s, but its reservation %s is not there.', o.number, o.id, o.state, o.reservation_id)
                else format('Order %s (%s) is %s, but its reservation %s is %s.', o.number, o.id, o.state, r.id, r.state)
                end
            from orders.orders o
            full join inventory.reservations r on r.id = o.reservation_id
            where case
                when o.id is null then r.state <> 'Released' and r.expires_at < @now - interval '5 minutes'
                else ((o.state, r.state) in (
                    ('Reserved', 'Active'), ('AwaitingPayment', 'Paying'), ('Paid', 'Sold'), ('Expired', 'Released'), ('Refunded', 'Released'))) is not true
                end
            """),
        new("Reservations hold what orders say",
            """
            select format('Order %s (%s) says %s of ticket type %s, but its reservation holds %s.', o.number, o.id, coalesce(l.count, 0), coalesce(l.ticket_type_id, i.ticket_type_id), coalesce(i.count, 0))
            from (
                select o.reservation_id, l.ticket_type_id, sum(l.count) as count
                from orders.orders o join orders.order_lines l on l.order_id = o.id
                group by o.reservation_id, l.ticket_type_id) l
            full join inventory.reservation_items i on i.reservation_id = l.reservation_id and i.ticket_type_id = l.ticket_type_id
            join inventory.reservations r on r.id = coalesce(l.reservation_id, i.reservation_id)
            join orders.orders o on o.reservation_id = r.id
            where coalesce(l.count, 0) <> coalesce(i.count, 0)
            """),
        new("Totals equal their lines",
            """
            select format('Order %s (%s) has a total of %s %s (minor units), but its lines come to %s.', o.number, o.id, o.total, o.currency, coalesce(l.total, 0))
            from orders.orders o
            left join (
                select l.order_id, sum(l.count * (l.unit_price + l.unit_fee) + l.fee_rest - l.discount + case when o.tax_included then 0 else l.tax end) as total
                from orders.order_lines l join orders.orders o on o.id = l.order_id group by l.order_id) l on l.order_id = o.id
            where o.total <> coalesce(l.total, 0)
            """),
        new("Paid orders are paid for",
            """
            select case
                when p.id is null then format('Order %s (%s) is paid with a total of %s %s (minor units), but the payment that it counts (%s) is not there.',
                    o.number, o.id, o.total, o.currency, coalesce(o.payment_id::text, 'none'))
                else format('Order %s (%s) is paid with a total of %s %s (minor units), but its payment %s is %s, of %s %s.',
                    o.number, o.id, o.total, o.currency, p.id, p.state, p.amount, p.currency)
                end
            from orders.orders o
            left join payments.payments p on p.id = o.payment_id and p.order_id = o.id
            where o.state = 'Paid' and o.total > 0 and (p.state = 'Succeeded' and p.amount = o.total and p.currency = o.currency) is not true
            """),
        new("Money that was taken has an order or goes back",
            """
            select format('Payment %s took %s %s (minor units) for order %s, which %s, and %s of it went back or is on its way.', p.id, p.amount, p.currency, coalesce(o.number, p.order_id::text),
                case when o.id is null then 'is not there' when o.state = 'Paid' then 'counts another payment' else format('is %s', o.state) end, coalesce(back.amount, 0))
            from payments.payments p
            left join orders.orders o on o.id = p.order_id
            left join (select payment_id, sum(amount) as amount from payments.refunds where state <> 'Failed' group by payment_id) back on back.payment_id = p.id
            where p.state = 'Succeeded' and (o.state = 'Paid' and o.payment_id = p.id) is not true and coalesce(back.amount, 0) < p.amount
            """),
    ];
}
