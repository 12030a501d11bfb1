using TicketWeb.Features.Inventory;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// Draws the consequences of what the gateway said. Whoever brings the news (the buyer, a webhook, the sweeper) comes through here, so the
/// order in which they come does not matter.
/// </summary>
public sealed class SettleOrder(Databases databases, IPayments payments, IInventory inventory, Facts facts, OutboxSignal outbox, TimeProvider clock)
{
    private readonly SettleOrders _batches = new(databases, payments, inventory, new Settling(payments, inventory, facts, clock), outbox);

    /// <summary>Once begun it is not given up: a payment must not go unnoted because somebody's browser went away.</summary>
    /// <returns>Where the order stands now.</returns>
    public Task<OrderState> RunAsync(OrderId order, PaymentId payment, GatewayPayment? said) =>
        _batches.Join("payments", new PaymentNews(order, payment, said), CancellationToken.None)
        ?? throw new InvalidOperationException("Too many payments wait to be settled; this one is found again by the webhook or the sweeper.");
}
