using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Settlements.Data;

/// <summary>The book against what it tells of, and against itself.</summary>
internal static class SettlementChecks
{
    public static readonly Check[] All =
    [
        new("All accounts together are zero",
            """
            select format('The accounts of organization %s come to %s %s (minor units) together.', organization_id, sum(buyer + in_transit + organization + platform + processor + tax), currency)
            from settlements.entries group by organization_id, currency having sum(buyer + in_transit + organization + platform + processor + tax) <> 0
            """),
        new("What happened is booked once",
            $"""
            select format('%s %s of order %s is not in the book.', m.kind, m.source_id, m.order_id) from ({MissingEntries.Sql}) m
            union all
            select format('Entry %s books %s %s, which is not there.', e.id, e.kind, e.source_id) from settlements.entries e
            where (e.kind = 'Sale' and not exists (select from orders.orders o where o.id = e.source_id and o.paid_at is not null))
               or (e.kind in ('Refund', 'RefundUndone') and not exists (select from orders.order_refunds r where r.id = e.source_id))
            """),
        new("The book says what orders and refunds say",
            """
            select format('Order %s (%s) has a total of %s %s (minor units), but the book says that %s was paid for it.', o.number, o.id, o.total, o.currency, -e.buyer)
            from orders.orders o join settlements.entries e on e.source_id = o.id and e.kind = 'Sale' where -e.buyer <> o.total or e.currency <> o.currency
            union all
            select format('Refund %s of order %s is of %s %s (minor units), but the book says %s.', r.id, r.order_id, r.price + r.fee, r.currency, sum(e.in_transit))
            from orders.order_refunds r join settlements.entries e on e.source_id = r.id and e.kind in ('Refund', 'RefundUndone')
            group by r.id having sum(e.in_transit) <> r.price + r.fee or bool_or(e.currency <> r.currency)
            union all
            select format('Refund %s of order %s has %s %s (minor units) of the organizer''s own fees, but the book says %s.', r.id, r.order_id, r.own_fee + r.own_fee_within, r.currency, -sum(e.own_fees))
            from orders.order_refunds r join settlements.entries e on e.source_id = r.id and e.kind in ('Refund', 'RefundUndone')
            group by r.id having -sum(e.own_fees) <> r.own_fee + r.own_fee_within
            """),
        new("Statements say what their entries come to",
            """
            select format('Statement %s of organization %s says %s %s (minor units), but its entries come to %s.', s.number, s.organization_id, s.owed, s.currency, coalesce(e.owed, 0))
            from settlements.statements s
            left join (
                select i.statement_id, sum(e.organization + e.tax) as owed from settlements.statement_entries i join settlements.entries e on e.id = i.entry_id group by i.statement_id) e
                on e.statement_id = s.id
            where s.owed <> coalesce(e.owed, 0)
            """),
    ];
}
