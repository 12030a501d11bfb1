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
                    ('Reserved', 'Active'), ('AwaitingPayment', 'Paying'), ('Paid', 'Sold'), ('PartlyRefunded', 'Sold'), ('Expired', 'Released'),
                    ('Refunded', case when o.paid_at is null then 'Released' else 'Sold' end))) is not true
                end
            """),
        new("Reservations hold what orders say",
            """
            select format('Order %s (%s) says %s of ticket type %s, but its reservation holds %s.', o.number, o.id, coalesce(l.count, 0), coalesce(l.ticket_type_id, i.ticket_type_id), coalesce(i.count, 0))
            from (
                select o.reservation_id, l.ticket_type_id, sum(l.count - l.returned) as count
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
            where o.paid_at is not null and o.total > 0 and (p.state = 'Succeeded' and p.amount = o.total and p.currency = o.currency) is not true
            """),
        new("What the desk sold was paid at the desk, and nothing else was",
            """
            select format('Order %s (%s) was sold by %s, but payment %s came by %s.', o.number, o.id, case when o.channel = 'BoxOffice' then 'the desk' else 'the ' || lower(o.channel) end, p.id, p.provider)
            from orders.orders o
            join payments.payments p on p.id = o.payment_id
            where (o.channel = 'BoxOffice') <> (p.provider = 'external')
            """),
        new("Money that was taken has an order or goes back",
            """
            select format('Payment %s took %s %s (minor units) for order %s, which %s, and %s of it went back or is on its way.', p.id, p.amount, p.currency, coalesce(o.number, p.order_id::text),
                case when o.id is null then 'is not there' when o.paid_at is not null then 'counts another payment' else format('is %s', o.state) end, coalesce(back.amount, 0))
            from payments.payments p
            left join orders.orders o on o.id = p.order_id
            left join (select payment_id, sum(amount) as amount from payments.refunds where state <> 'Failed' group by payment_id) back on back.payment_id = p.id
            where p.state = 'Succeeded' and (o.paid_at is not null and o.payment_id = p.id) is not true and coalesce(back.amount, 0) < p.amount
            """),
        // What somebody refunded at the payment company has no parts: it counts for whichever go back later, so that only all of them together say the same.
        new("Refunds equal their parts, and lines count them",
            """
            select format('Refund %s of order %s says %s and %s of fees (minor units), but its parts come to %s and %s.', r.id, r.order_id, r.price, r.fee, p.price, p.fee)
            from orders.order_refunds r
            cross join lateral (
                select coalesce(sum(amount) filter (where part = 'Price'), 0) as price, coalesce(sum(amount) filter (where part = 'Fee'), 0) as fee
                from orders.refunded_parts where refund_id = r.id) p
            where (r.price <> p.price or r.fee <> p.fee) and not exists (select from orders.order_refunds a where a.order_id = r.order_id and a.reason = 'AtGateway')
            union all
            select format('Order %s (%s) gave back %s (minor units) of its total of %s, but its refunded parts come to %s.', o.number, o.id, r.back, o.total, p.worth)
            from orders.orders o
            join (select order_id, sum(price + fee) as back from orders.order_refunds group by order_id having bool_or(reason = 'AtGateway')) r on r.order_id = o.id
            cross join lateral (select coalesce(sum(amount), 0) as worth from orders.refunded_parts where order_id = o.id) p
            where r.back < p.worth or r.back > o.total
            union all
            select format('Order %s (%s) gave back fees of %s (minor units), but its lines have %s.', o.number, o.id, p.fees, l.fees)
            from orders.orders o
            join (select order_id, sum(amount) as fees from orders.refunded_parts where part = 'Fee' group by order_id) p on p.order_id = o.id
            join (select order_id, sum(count * unit_fee + fee_rest) as fees from orders.order_lines group by order_id) l on l.order_id = o.id
            where p.fees > l.fees
            union all
            select format('Order %s (%s) is %s and counts %s of its %s tickets and add-ons as refunded, but %s were.', o.number, o.id, o.state, l.refunded, l.count, coalesce(p.count, 0))
            from orders.orders o
            join (select order_id, sum(count) as count, sum(refunded) as refunded from orders.order_lines group by order_id) l on l.order_id = o.id
            left join (select order_id, count(*) filter (where part = 'Price') as count from orders.refunded_parts group by order_id) p on p.order_id = o.id
            where o.paid_at is not null and (l.refunded <> coalesce(p.count, 0)
                or o.state is distinct from case
                    when p.count = l.count then 'Refunded' when exists (select from orders.order_refunds r where r.order_id = o.id) then 'PartlyRefunded' else 'Paid' end)
            """),
        // A refund that failed is asked for again with a new one. At the payment company one may be made for several, or for a part of one.
        new("What was refunded goes back",
            """
            with recursive money as (
                select o.id as decision, 1 as n, r.id, r.payment_id, r.amount, r.currency, r.state
                from orders.order_refunds o join payments.refunds r on r.id = o.money_id
                union all
                select m.decision, m.n + 1, r.id, r.payment_id, r.amount, r.currency, r.state
                from money m join payments.refunds r on r.tried_before = m.id)
            select case
                when r.money is null then format('Refund %s of order %s is of %s %s (minor units), but no money was asked back for it.', r.id, r.order_id, r.price + r.fee, r.currency)
                when r.state = 'Failed' then format('Refund %s of order %s is of %s %s (minor units), but the gateway refused to send them, and nobody has tried again.', r.id, r.order_id, r.price + r.fee, r.currency)
                else format('Refund %s of order %s is of %s %s (minor units), but %s %s of payment %s went back for it.', r.id, r.order_id, r.price + r.fee, r.currency, r.amount, r.sent, r.payment_id)
                end
            from (
                select r.id, r.order_id, r.price, r.fee, r.currency, m.id as money, m.state, all_of_it.amount, m.currency as sent, m.payment_id, o.payment_id as paid,
                    sum(r.price + r.fee) over (partition by m.id) as decided
                from orders.order_refunds r
                join orders.orders o on o.id = r.order_id
                left join money m on m.decision = r.id and not exists (select from money later where later.decision = r.id and later.n > m.n)
                left join (select decision, sum(amount) filter (where state <> 'Failed') as amount from money group by decision) all_of_it on all_of_it.decision = r.id) r
            where r.price + r.fee > 0 and (r.state <> 'Failed' and r.amount = r.decided and r.sent = r.currency and r.payment_id = r.paid) is not true
            """),
        // What somebody refunded at the payment company, they refunded with the fee or without it.
        new("The installation gives back what refunds have of its fees",
            """
            select format('Refund %s of order %s has %s %s (minor units) of the installation''s fees, but %s of them go back.', r.id, r.order_id, greatest(r.fee - r.own_fee, 0), r.currency, m.returned_fee)
            from orders.order_refunds r
            join payments.refunds m on m.id = r.money_id and m.reference is null
            where m.returned_fee <> greatest(r.fee - r.own_fee, 0)
            """),
    ];
}
