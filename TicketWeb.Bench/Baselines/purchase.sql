-- What a purchase of two tickets has written once its buyer is answered, in one transaction that locks the event's hot row as late as it can.
-- Fact and webhook are written as done, so that the server beside it leaves them alone.
begin;
insert into inventory.reservations (id, organization_id, event_id, state, expires_at, extended, created_at)
    values (bench.id(), :organization, :event, 'Sold', now() + interval '15 minutes', false, now()) returning id as reservation_id \gset
insert into inventory.reservation_items (reservation_id, ticket_type_id, organization_id, count) values (:reservation_id, :type, :organization, 2);
insert into sandbox.intents (id, amount, currency, card, description, return_url, state)
    values (bench.id(), 5400, 'GBP', '4242424242424242', 'Night Swimmers, order 2345-6789', '/checkout/' || gen_random_uuid(), 'Succeeded') returning id as payment_id \gset
insert into sandbox.events (id, payment_id, due_at, attempts, delivered_at) values (bench.id(), :payment_id, now(), 1, now());
insert into orders.orders (id, organization_id, event_id, reservation_id, number, state, secret_hash, link_token, channel, email, name, currency, total, payment_id, created_at, paid_at)
    values (bench.id(), :organization, :event, :reservation_id, bench.number(), 'Paid', sha256(bench.secret()::bytea), bench.secret(), 'Storefront',
            'bea@buyers.example', 'Bea Buyer', 'GBP', 5400, :payment_id, now(), now())
    returning id as order_id \gset
insert into orders.order_lines (order_id, position, organization_id, ticket_type_id, name, count, unit_price, unit_fee)
    values (:order_id, 0, :organization, :type, 'Standing', 2, 2500, 200);
insert into payments.payments (id, organization_id, order_id, provider, reference, amount, currency, state, refunded, created_at, ask_at)
    values (:payment_id, :organization, :order_id, 'sandbox', 'sbx_' || bench.secret(), 5400, 'GBP', 'Succeeded', 0, now(), now() + interval '30 minutes');
insert into tickets.tickets (id, organization_id, event_id, ticket_type_id, order_id, position, number, version, state, holder_name, issued_at)
    values (bench.id(), :organization, :event, :type, :order_id, 1, bench.number(), 1, 'Valid', 'Bea Buyer', now()),
           (bench.id(), :organization, :event, :type, :order_id, 2, bench.number(), 1, 'Valid', 'Bea Buyer', now());
insert into settlements.entries (id, organization_id, kind, source_id, order_id, booked_at, currency, buyer, in_transit, organization, platform, processor, tax, prices, discount, own_fees)
    values (bench.id(), :organization, 'Sale', :order_id, :order_id, now(), 'GBP', -5400, 0, 5000, 400, 0, 0, 5000, 0, 0);
insert into platform.outbox (id, fact, key, body, written_at, attempts, due_at, told_at)
    values (bench.id(), 'OrderPaid', :order_id,
            jsonb_build_object('OrderId', jsonb_build_object('Value', :order_id::uuid), 'Name', 'Bea Buyer', 'Email', 'bea@buyers.example', 'Tickets', jsonb_build_array(
                jsonb_build_object('TicketTypeId', jsonb_build_object('Value', :type::uuid), 'Count', 2))),
            now(), 1, now(), now());
update inventory.pools set claimed = claimed + 2 where id = :pool and claimed + allocated + 2 <= capacity;
select pg_notify('ticketweb_live', :event);
commit;
