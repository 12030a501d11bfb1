using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// The buyer pays: an attempt is written down, then the gateway is asked with no transaction open, then its answer is written down.
/// Whatever breaks in between is found by the webhook or the sweeper.
/// </summary>
public sealed partial class PayOrder(
    Databases databases, IEvents events, IInventory inventory, IPayments payments, SettleOrder settle, OutboxSignal outbox, TimeProvider clock, ILogger<PayOrder> logger)
{
    /// <param name="returnUrl">Where a bank that wants to see the buyer sends them back to.</param>
    public async Task<Outcome<PayResult>> RunAsync(OrderId id, string? secret, PayInput input, string returnUrl, CancellationToken cancel)
    {
        if (!(await BeginAsync(id, secret, input, cancel)).IsDone(out var begun, out var refusal))
            return refusal;
        if (begun.Attempt is not { } attempt)
            return new PayResult(begun.Order.State, begun.ActionUrl);

        // From here on the buyer's browser going away must not leave a payment that nobody writes down.
        var title = (await events.FindAsync(begun.Order.EventId, CancellationToken.None))!.Title;
        GatewayPayment said;
        try
        {
            said = await payments.TakeAsync(
                new PaymentOrder(attempt, begun.Order.Quote.Total, $"{title}, order {begun.Order.Number}", input.Method ?? "", returnUrl), CancellationToken.None);
        }
        catch (HttpRequestException e)
        {
            // Nobody knows whether money was taken: the order waits, and whoever looks next asks the gateway.
            LogUnreachable(e, attempt.Value);
            return new PayResult(begun.Order.State, null);
        }

        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var order = (await db.LockAsync(id, CancellationToken.None))!;
        await settle.RunAsync(db, order, attempt, said, CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        outbox.Raise();
        return new PayResult(order.State, said.ActionUrl);
    }

    /// <summary>Takes one connection and no second: payers who each hold one and wait for another would wait for each other.</summary>
    private async Task<Outcome<Begun>> BeginAsync(OrderId id, string? secret, PayInput input, CancellationToken cancel)
    {
        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.LockAsync(id, secret, cancel) is not { } order)
            return new NotFound("order");

        var outcome = await BeginAsync(db, order, input, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        outbox.Raise();
        return outcome;
    }

    private async Task<Outcome<Begun>> BeginAsync(TicketDb db, Order order, PayInput input, CancellationToken cancel)
    {
        var total = order.Quote.Total;
        if (order.State == OrderState.Paid)
            return new Begun(order, null, null);
        if (order.State == OrderState.AwaitingPayment)
        {
            // The second of two clicks: the first attempt is on its way.
            var running = await payments.LatestAsync(db, order.Id.Value, cancel);
            return new Begun(order, null, running?.ActionUrl);
        }

        if (order.State == OrderState.Expired)
            order.Remember(input.Email, input.Name);
        if (order.State != OrderState.Reserved)
            return new OrderIsClosed();
        if (order.Identify(input.Email, input.Name).Refusal is { } wrong)
            return wrong;
        if (total.Minor > 0 && string.IsNullOrWhiteSpace(input.Method))
            return new InvalidInput([new InputError("card", "Enter your card number.")]);
        if ((await inventory.HoldForPaymentAsync(db, order.ReservationId, cancel)).Refusal is not null)
            return new OrderIsClosed();

        if (total.Minor == 0)
        {
            await settle.CompleteFreeAsync(db, order, cancel);
            return new Begun(order, null, null);
        }

        var attempt = payments.Begin(db, order.OrganizationId, order.Id.Value, total).Id;
        order.AwaitPayment(attempt, clock.GetUtcNow());
        return new Begun(order, attempt, null);
    }

    /// <param name="Attempt">The attempt to take to the gateway; null when there is nothing to ask it.</param>
    private sealed record Begun(Order Order, PaymentId? Attempt, string? ActionUrl);

    [LoggerMessage(Level = LogLevel.Error, Message = "The gateway did not answer about payment {PaymentId}")]
    private partial void LogUnreachable(Exception exception, Guid paymentId);
}
