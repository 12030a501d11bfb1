using Npgsql;

namespace TicketWeb.Bench;

/// <summary>
/// Fills a database with as many events and orders as somebody may have sold in years, by copying in SQL what the app itself wrote once:
/// each row anew with ids and unique values of its own, all else as the app left it. So stock, money and tickets agree in it.
/// </summary>
/// <param name="order">A paid order of two tickets for it, by its id.</param>
internal sealed class Growth(Rig rig, OnSale of, Guid order)
{
    /// <summary>The event that is there already keeps so many orders; all others have some.</summary>
    public const int OrdersOfTheFirst = 1_000;

    private const int OrdersOfTheOthers = 100;
    private const int TicketsOfAnOrder = 2;

    /// <summary>Ids that can be worked out from a number, ascending with it as the app's ascend with time.</summary>
    private const string Functions =
        """
        create schema if not exists bench;
        create or replace function bench.id_of(kind int, n bigint) returns uuid language sql immutable as
            $$ select (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8000' || lpad(to_hex(n), 12, '0'))::uuid $$;
        """;

    private const string EventId = "bench.id_of(1, e)";
    private const string TypeId = "bench.id_of(2, e)";
    private const string PoolId = "bench.id_of(3, e)";
    private const string OrderId = "bench.id_of(4, n)";
    private const string ReservationId = "bench.id_of(5, n)";
    private const string PaymentId = "bench.id_of(6, n)";

    /// <summary>Orders for the event that is there.</summary>
    public async Task FillFirstAsync(CancellationToken cancel)
    {
        await rig.AskAsync(Functions, cancel);
        await SellAsync(1, OrdersOfTheFirst, "0::bigint", ofAnother: false, cancel);
    }

    /// <summary>More events, and orders for them.</summary>
    public async Task FillOthersAsync(int events, int orders, CancellationToken cancel)
    {
        var (first, last) = (OrdersOfTheFirst + 1, orders);
        await CopyAsync("events.events", $"t.id = '{of.Id.Value}'", EventsUpTo(events), cancel, ("id", EventId), ("slug", "t.slug || '-' || e"), ("title", "t.title || ' ' || e"));
        await CopyAsync("events.ticket_types", $"t.id = '{of.Type.Value}'", EventsUpTo(events), cancel, ("id", TypeId), ("event_id", EventId));
        await CopyAsync("inventory.pools", $"t.id = '{of.Pool.Value}'", EventsUpTo(events), cancel, ("id", PoolId), ("event_id", EventId), ("claimed", "0"));
        await CopyAsync("inventory.pool_draws", $"t.pool_id = '{of.Pool.Value}'", EventsUpTo(events), cancel, ("ticket_type_id", TypeId), ("pool_id", PoolId), ("event_id", EventId));
        await SellAsync(first, last, $"1 + (n - {first}) / {OrdersOfTheOthers}", ofAnother: true, cancel);
        await rig.AskAsync("vacuum analyze", cancel);
    }

    private static string EventsUpTo(int events) => $"generate_series(1, {events - 1}::bigint) e";

    /// <param name="eventOf">Which event the order with the number n is for.</param>
    private async Task SellAsync(int first, int last, string eventOf, bool ofAnother, CancellationToken cancel)
    {
        var numbers = $"generate_series({first}, {last}::bigint) n cross join lateral (select {eventOf} as e) as chosen";
        (string, string)[] theEvent = ofAnother ? [("event_id", EventId)] : [];
        (string, string)[] theType = ofAnother ? [("ticket_type_id", TypeId)] : [];
        var reservation = $"(select reservation_id from orders.orders where id = '{order}')";
        var payment = $"(select payment_id from orders.orders where id = '{order}')";

        await CopyAsync("inventory.reservations", $"t.id = {reservation}", numbers, cancel, [("id", ReservationId), .. theEvent]);
        await CopyAsync("inventory.reservation_items", $"t.reservation_id = {reservation}", numbers, cancel, [("reservation_id", ReservationId), .. theType]);
        await CopyAsync(
            "orders.orders", $"t.id = '{order}'", numbers, cancel,
            [
                ("id", OrderId), ("reservation_id", ReservationId), ("payment_id", PaymentId), .. theEvent,
                ("number", "'N' || n"), ("secret_hash", "sha256(n::text::bytea)"), ("link_token", "md5(n::text)"), ("email", "'buyer' || n || '@buyers.example'"), ("name", "'Buyer ' || n"),
            ]);
        await CopyAsync("orders.order_lines", $"t.order_id = '{order}'", numbers, cancel, [("order_id", OrderId), .. theType]);
        await CopyAsync("payments.payments", $"t.id = {payment}", numbers, cancel, ("id", PaymentId), ("order_id", OrderId), ("reference", $"'sbx_' || replace({PaymentId}::text, '-', '')"));
        await CopyAsync("sandbox.intents", $"t.id = {payment}", numbers, cancel, ("id", PaymentId));
        await CopyAsync(
            "tickets.tickets", $"t.order_id = '{order}'", numbers, cancel,
            [("id", "bench.id_of(6 + t.position, n)"), ("order_id", OrderId), ("number", "translate(upper(substr(md5(t.position || '/' || n), 1, 9)), '01', 'XY')"), ("holder_name", "'Buyer ' || n"), .. theEvent, .. theType]);
        await CopyAsync("settlements.entries", $"t.source_id = '{order}'", numbers, cancel, ("id", "bench.id_of(9, n)"), ("source_id", OrderId), ("order_id", OrderId));
        await rig.AskAsync(
            $"""
            update inventory.pools p set claimed = claimed + {TicketsOfAnOrder} * sold.orders
            from (select {(ofAnother ? PoolId : $"'{of.Pool.Value}'::uuid")} as pool, count(*) as orders from {numbers} group by 1) sold
            where p.id = sold.pool
            """, cancel);
    }

    private async Task CopyAsync(string table, string template, string numbers, CancellationToken cancel, params (string Column, string Value)[] own)
    {
        Progress.Say($"Filling {table}.");
        await using var connection = await rig.OpenAsync(cancel);
        // What is copied together refers to each other by construction: checking every reference again would take most of the time.
        await using var command = new NpgsqlCommand(
            $"""
            set session_replication_role = replica;
            insert into {table}
            select copy.* from {table} t cross join {numbers}
            cross join lateral jsonb_populate_record(t, jsonb_build_object({string.Join(", ", own.Select(o => $"'{o.Column}', {o.Value}"))})) copy
            where {template}
            """, connection)
        { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
