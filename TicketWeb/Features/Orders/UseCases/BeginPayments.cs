using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// Writes down the attempts of buyers who pay, before the gateway hears of them, in one transaction. Takes one connection and no second:
/// payers who each hold one and wait for another would wait for each other.
/// </summary>
internal sealed class BeginPayments(Databases databases, IInventory inventory, IPayments payments, Settling settling, OutboxSignal outbox)
    : GroupCommit<string, PaymentRequest, Outcome<BegunPayment>>
{
    /// <summary>Those that belong together: all of them, or nothing where one is refused.</summary>
    public Task<IReadOnlyList<Outcome<BegunPayment>>> TogetherAsync(IReadOnlyList<PaymentRequest> requests) => WriteAsync(requests, together: true);

    protected override Task<IReadOnlyList<Outcome<BegunPayment>>> WriteAsync(string key, IReadOnlyList<PaymentRequest> requests) => WriteAsync(requests, together: false);

    private async Task<IReadOnlyList<Outcome<BegunPayment>>> WriteAsync(IReadOnlyList<PaymentRequest> requests, bool together)
    {
        var cancel = CancellationToken.None;
        var outcomes = new List<Outcome<BegunPayment>>();
        await using (var db = databases.Batch())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var ids = requests.Select(r => r.Order).ToList();
            var orders = await db.LockAsync(ids, cancel, inventory.Locked(OrderBook.ReservationsOf(ids)));
            // Sorted, so that two batches never wait for each other.
            var people = requests.Select(r => orders.GetValueOrDefault(r.Order)?.PersonOf(r.Input.Email)).OfType<long>().Distinct().Order().ToArray();
            var tally = await TallyAsync(db, people, cancel);
            foreach (var request in requests)
                outcomes.Add(await BeginAsync(db, orders.GetValueOrDefault(request.Order), request, tally, cancel));

            if (together && outcomes.Any(o => o.Refusal is not null))
                return outcomes;
            await db.CommitInBulkAsync(cancel);
        }

        outbox.Raise();
        return outcomes;
    }

    private async Task<Outcome<BegunPayment>> BeginAsync(TicketDb db, Order? order, PaymentRequest request, PersonTally tally, CancellationToken cancel)
    {
        if (order is null || !order.OpensWith(request.Secret) || !IsFor(order, request.Desk))
            return new NotFound("order");
        var total = order.Quote.Total;
        if (order.State is OrderState.Paid or OrderState.PartlyRefunded)
            return new BegunPayment(order, null, null);
        if (request.Desk is { } desk)
            return await TakeAsync(db, order, desk.Input, tally, cancel);
        if (order.State == OrderState.AwaitingPayment)
        {
            // The second of two clicks: the first attempt is on its way.
            var running = await payments.LatestAsync(db, order.Id.Value, cancel);
            return new BegunPayment(order, null, running?.ActionUrl);
        }

        if (order.State == OrderState.Expired)
            order.Remember(request.Input.Email, request.Input.Name);
        if (order.State != OrderState.Reserved)
            return new OrderIsClosed();
        if (order.Identify(request.Input.Email, request.Input.Name).Refusal is { } wrong)
            return wrong;
        if (total.Minor > 0 && payments.Refuses(request.Input.Method) is { } sentence)
            return new InvalidInput([new InputError("card", sentence)]);
        if (tally.Count(order) is { } tooMany)
            return tooMany;
        if ((await inventory.HoldForPaymentAsync(db, order.ReservationId, cancel)).Refusal is not null)
            return new OrderIsClosed();

        if (total.Minor == 0)
        {
            await settling.CompleteFreeAsync(db, order, cancel);
            return new BegunPayment(order, null, null);
        }

        var attempt = payments.Begin(db, order.OrganizationId, order.Id.Value, total).Id;
        order.AwaitPayment(attempt);
        return new BegunPayment(order, attempt, null);
    }

    /// <summary>What a buyer started is paid by its buyer, and what somebody holds at the desk is sold by them.</summary>
    private static bool IsFor(Order order, DeskPayment? desk) =>
        desk is null ? order.SoldBy is null : order.OrganizationId == desk.By.OrganizationId && order.SoldBy == desk.By.AccountId;

    /// <summary>
    /// The money is there already, so nobody is asked: payment, sale and tickets are one transaction. Where the time was up meanwhile, the order
    /// is honoured if there is still room, like any other money that comes late.
    /// </summary>
    private async Task<Outcome<BegunPayment>> TakeAsync(TicketDb db, Order order, DeskInput input, PersonTally tally, CancellationToken cancel)
    {
        var total = order.Quote.Total;
        if (order.State is not (OrderState.Reserved or OrderState.Expired))
            return new OrderIsClosed();
        if (order.IdentifyGuest(input.Email, input.Name).Refusal is { } wrong)
            return wrong;
        Tendered? tendered = null;
        if (total.Minor > 0 && !Tendered.Read(input, total).IsDone(out tendered, out var missing))
            return missing;
        // Who gives no address is nobody we could count for.
        if (order.Email is not null && tally.Count(order) is { } tooMany)
            return tooMany;
        if ((await inventory.SellAsync(db, order.ReservationId, cancel)).Refusal is { } gone)
            return gone;

        await settling.CompleteAtDeskAsync(db, order, tendered, cancel);
        return new BegunPayment(order, null, null);
    }

    /// <summary>
    /// What the buyers with limits have in their orders. Nobody else counts for the same person before this transaction ends: the limit is
    /// decided under a lock, like stock.
    /// </summary>
    private static async Task<PersonTally> TallyAsync(TicketDb db, long[] people, CancellationToken cancel)
    {
        if (people.Length == 0)
            return new PersonTally([]);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(person) from unnest({people}) person", cancel);
        return new PersonTally(await db.Set<Order>()
            .Where(o => people.Contains(o.Person!.Value) && (o.State == OrderState.Reserved || o.State == OrderState.AwaitingPayment || o.PaidAt != null))
            .ToListAsync(cancel));
    }
}
