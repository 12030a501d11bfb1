using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Tickets.Data;

/// <summary>Tickets against the orders that they were issued for.</summary>
internal static class TicketChecks
{
    public static readonly Check[] All =
    [
        new("Paid orders have their tickets, and no others do",
            """
            select format('Order %s (%s) is %s and should have %s tickets of type %s, but has %s.',
                coalesce(o.number, 'without a number'), order_id, coalesce(o.state, 'not there'), coalesce(owed.count, 0), ticket_type_id, coalesce(made.count, 0))
            from (
                select o.id as order_id, l.ticket_type_id, sum(l.count) as count
                from orders.orders o join orders.order_lines l on l.order_id = o.id
                where o.paid_at is not null and l.kind = 'Ticket'
                group by o.id, l.ticket_type_id) owed
            full join (select order_id, ticket_type_id, count(*) as count from tickets.tickets group by order_id, ticket_type_id) made using (order_id, ticket_type_id)
            left join orders.orders o on o.id = order_id
            where coalesce(owed.count, 0) <> coalesce(made.count, 0)
            """),
        new("Refunded tickets let nobody in, and all others do",
            """
            select format('Order %s (%s) has %s refunded of its tickets of type %s, but %s are marked so.', o.number, o.id, l.refunded, l.ticket_type_id, coalesce(t.count, 0))
            from orders.orders o
            join (select order_id, ticket_type_id, sum(refunded) as refunded from orders.order_lines where kind = 'Ticket' group by order_id, ticket_type_id) l on l.order_id = o.id
            left join (select order_id, ticket_type_id, count(*) as count from tickets.tickets where state = 'Refunded' group by order_id, ticket_type_id) t
                on t.order_id = o.id and t.ticket_type_id = l.ticket_type_id
            where l.refunded <> coalesce(t.count, 0)
            """),
    ];
}
