-- What a reservation of one ticket writes, in a transaction of its own that locks the event's hot row first.
begin;
update inventory.pools set claimed = claimed + 1 where id = :pool and claimed + allocated + 1 <= capacity;
insert into inventory.reservations (id, organization_id, event_id, state, expires_at, extended, created_at)
    values (bench.id(), :organization, :event, 'Active', now() + interval '15 minutes', false, now()) returning id as reservation_id \gset
insert into inventory.reservation_items (reservation_id, ticket_type_id, organization_id, count) values (:reservation_id, :type, :organization, 1);
insert into orders.orders (id, organization_id, event_id, reservation_id, number, state, secret_hash, link_token, channel, currency, total, created_at)
    values (bench.id(), :organization, :event, :reservation_id, bench.number(), 'Reserved', sha256(bench.secret()::bytea), bench.secret(), 'Storefront', 'GBP', 2700, now())
    returning id as order_id \gset
insert into orders.order_lines (order_id, position, organization_id, ticket_type_id, name, count, unit_price, unit_fee)
    values (:order_id, 0, :organization, :type, 'Standing', 1, 2500, 200);
select pg_notify('ticketweb_live', :event);
commit;
