using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.BoxOffice.Data;

/// <summary>Drawers against the orders and refunds that went through them.</summary>
internal static class BoxOfficeChecks
{
    public static readonly Check[] All =
    [
        new("Drawers hold what the desk sold and gave back",
            """
            select format('Order %s was sold at the desk for %s (minor units) by %s, but the drawers say %s by %s.',
                coalesce(o.number, e.order_number), coalesce(o.total::text, 'nothing'), coalesce(o.sold_by::text, 'nobody'), coalesce(e.amount::text, 'nothing'), coalesce(e.operator::text, 'nobody'))
            from (select * from orders.orders where channel = 'BoxOffice' and paid_at is not null) o
            full join (select * from box_office.drawer_entries where kind <> 'Refund') e on e.order_id = o.id
            where (e.amount = o.total and e.operator = o.sold_by and (e.kind = 'Comp') = (o.comp_reason is not null)) is not true
            union all
            select format('Refund %s of %s (minor units) was given back by %s, but the drawers say %s by %s.',
                coalesce(r.id, e.refund_id), coalesce(r.amount::text, 'nothing'), coalesce(r.handed_back_by::text, 'nobody'), coalesce((-e.amount)::text, 'nothing'), coalesce(e.operator::text, 'nobody'))
            from (select r.* from payments.refunds r join payments.payments p on p.id = r.payment_id where r.handed_back_at is not null and p.tender is not null) r
            full join (select * from box_office.drawer_entries where kind = 'Refund') e on e.refund_id = r.id
            where (e.amount = -r.amount and e.operator = r.handed_back_by) is not true
            """),
        new("Closed drawers say what their entries come to",
            """
            select format('Closing %s says that %s (minor units) should have been there in %s, but its entries come to %s.',
                coalesce(s.closing_id, e.closing_id), coalesce(s.expected::text, 'nothing'), coalesce(s.tender, e.tender), coalesce(e.amount::text, 'nothing'))
            from (
                select id as closing_id, 'Cash' as tender, expected from box_office.closings
                union all
                select closing_id, tender, expected from box_office.counted_tenders) s
            full join (
                select closing_id, tender, sum(amount) as amount from box_office.drawer_entries where closing_id is not null and tender is not null group by 1, 2) e
                on e.closing_id = s.closing_id and e.tender = s.tender
            where case
                when s.expected is not null then s.expected <> coalesce(e.amount, 0)
                -- Closings of the version before, which counted cash only, do not say what was there at the start.
                else exists (select from box_office.closings c where c.id = e.closing_id and c.cash_at_start is not null) end
            """),
    ];
}
