using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
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
    Databases databases, IEvents events, IInventory inventory, IPayments payments, SettleOrder settle, Facts facts, OutboxSignal outbox, TimeProvider clock,
    ILogger<PayOrder> logger)
{
    private readonly BeginPayments _batches = new(databases, inventory, payments, new Settling(payments, inventory, facts, clock), outbox);

    /// <param name="returnUrl">Where a bank that wants to see the buyer sends them back to.</param>
    public async Task<Outcome<PayResult>> RunAsync(OrderId id, string? secret, PayInput input, string returnUrl, CancellationToken cancel)
    {
        if (_batches.Join("payments", new PaymentRequest(id, secret, input), cancel) is not { } beginning)
            return new StockIsBusy();
        if (!(await beginning).IsDone(out var begun, out var refusal))
            return refusal;
        if (begun.Attempt is not { } attempt)
            return new PayResult(begun.Order.State, begun.ActionUrl);

        try
        {
            // From here on the buyer's browser going away must not leave a payment that nobody writes down.
            var title = await events.TitleAsync(begun.Order.EventId, CancellationToken.None);
            var said = await payments.TakeAsync(
                new PaymentOrder(attempt, begun.Order.OrganizationId, begun.Order.Quote.Total, begun.Order.Quote.InstallationFees, $"{title}, order {begun.Order.Number}", input.Method ?? "", input.Framed, returnUrl), CancellationToken.None);
            return new PayResult(await settle.RunAsync(id, attempt, said), said.ActionUrl);
        }
        catch (Exception e)
        {
            // Nobody knows whether money was taken, or nobody could write it down: the order waits, and whoever looks next asks the gateway.
            LogUnsettled(e, attempt.Value);
            return new PayResult(OrderState.AwaitingPayment, null);
        }
    }

    /// <summary>The same for whoever has been paid at the desk, in the same batches as everybody else; there is no gateway to ask.</summary>
    internal async Task<Outcome<Done>> RunAsync(OrderId id, string secret, DeskPayment desk, CancellationToken cancel)
    {
        if (_batches.Join("payments", Request(new StartedOrder(id, secret), desk), cancel) is not { } beginning)
            return new StockIsBusy();
        return (await beginning).Refusal is { } refusal ? refusal : new Done();
    }

    /// <summary>The same for many at once, in a transaction of their own: all of them, or nothing.</summary>
    /// <returns>Why each of them was refused; null where it was not.</returns>
    internal async Task<IReadOnlyList<Refusal?>> RunAsync(IEnumerable<(StartedOrder Held, DeskPayment Desk)> all) =>
        [.. (await _batches.TogetherAsync([.. all.Select(o => Request(o.Held, o.Desk))])).Select(o => o.Refusal)];

    private static PaymentRequest Request(StartedOrder held, DeskPayment desk) => new(held.Id, held.Secret, new PayInput(desk.Input.Email, desk.Input.Name, null)) { Desk = desk };

    [LoggerMessage(Level = LogLevel.Error, Message = "Payment {PaymentId} is not settled yet")]
    private partial void LogUnsettled(Exception exception, Guid paymentId);
}
