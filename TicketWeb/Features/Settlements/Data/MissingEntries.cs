namespace TicketWeb.Features.Settlements.Data;

/// <summary>What happened and is not in the book: read by the check that names it, and by the job that books it. What the desk took never came through the platform.</summary>
internal static class MissingEntries
{
    public const string Sql = """
        select 'Sale' as kind, o.id as source_id, o.id as order_id from orders.orders o
        where o.paid_at is not null and o.sold_by is null and not exists (select from settlements.entries e where e.source_id = o.id and e.kind = 'Sale')
        union all
        select 'Refund', r.id, r.order_id from orders.order_refunds r join orders.orders o on o.id = r.order_id
        where o.sold_by is null and not exists (select from settlements.entries e where e.source_id = r.id and e.kind = 'Refund')
        union all
        select k.kind, r.id, p.order_id from payments.refunds r join payments.payments p on p.id = r.payment_id
        cross join lateral (select case when r.handed_back_by is null then 'RefundSent' else 'RefundByHand' end as kind) k
        where r.state = 'Sent' and p.tender is null and not exists (select from settlements.entries e where e.source_id = r.id and e.kind = k.kind)
        union all
        select 'Surplus', p.id, p.order_id from payments.refunds r join payments.payments p on p.id = r.payment_id
        where r.tried_before is null and p.tender is null and not exists (select from orders.order_refunds o where o.money_id = r.id)
          and not exists (select from settlements.entries e where e.source_id = p.id and e.kind = 'Surplus')
          and not exists (select from orders.orders o where o.payment_id = p.id and o.paid_at is not null)
        """;
}
