using TicketWeb.Platform.Reconciling;

namespace TicketWeb.Features.Inventory.Data;

/// <summary>What a pool counts, against the reservations that it counts.</summary>
internal static class InventoryChecks
{
    public static readonly Check[] All =
    [
        new("Pools count what reservations hold",
            """
            select format('Pool “%s” (%s) of event %s counts %s claimed, but its reservations hold %s.', p.name, p.id, p.event_id, p.claimed, coalesce(held.count, 0))
            from inventory.pools p
            left join (
                select d.pool_id, sum(i.count) as count
                from inventory.reservations r
                join inventory.reservation_items i on i.reservation_id = r.id
                join inventory.pool_draws d on d.ticket_type_id = i.ticket_type_id
                where r.state <> 'Released'
                group by d.pool_id) held on held.pool_id = p.id
            where p.claimed <> coalesce(held.count, 0)
            """),
        new("Pools count what allocations hold",
            """
            select format('Pool “%s” (%s) of event %s counts %s allocated, but its allocations hold %s.', p.name, p.id, p.event_id, p.allocated, coalesce(held.count, 0))
            from inventory.pools p
            left join (
                select d.pool_id, sum(i.held) as count
                from inventory.allocation_items i
                join inventory.pool_draws d on d.ticket_type_id = i.ticket_type_id
                group by d.pool_id) held on held.pool_id = p.id
            where p.allocated <> coalesce(held.count, 0)
            """),
        new("No pool is over its capacity",
            """
            select format('Pool “%s” (%s) of event %s has a capacity of %s, but counts %s claimed and %s allocated.', name, id, event_id, capacity, claimed, allocated)
            from inventory.pools
            where claimed < 0 or allocated < 0 or claimed + allocated > capacity
            """),
    ];
}
