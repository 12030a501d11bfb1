using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>What follows for an order from what the gateway said, within the caller's transaction and with the order locked.</summary>
internal sealed class Settling(IPayments payments, IInventory inventory, Facts facts, TimeProvider clock)
{
    public async Task RunAsync(TicketDb db, Order order, PaymentId paymentId, GatewayPayment? said, CancellationToken cancel)
    {
        var payment = payments.Note(db, paymentId, said);
        var decides = order.State == OrderState.AwaitingPayment && order.PaymentId == payment.Id;
        switch (payment.State)
        {
            case PaymentState.Succeeded:
                await CompleteAsync(db, order, payment, cancel);
                break;
            // Late news of an earlier card says nothing about the one the buyer is paying with now.
            case PaymentState.Declined or PaymentState.Cancelled when decides:
                order.ReturnToReserved();
                await inventory.ResumeAsync(db, order.ReservationId, cancel);
                break;
            case PaymentState.Created or PaymentState.NeedsAction or PaymentState.Processing or PaymentState.Declined or PaymentState.Cancelled:
                break;
        }
    }

    /// <summary>Nothing to pay: the same ending without a gateway.</summary>
    public async Task CompleteFreeAsync(TicketDb db, Order order, CancellationToken cancel)
    {
        if ((await inventory.SellAsync(db, order.ReservationId, cancel)).Refusal is null)
            await DeliverAsync(db, order, cancel);
    }

    /// <summary>Sold at the desk, with its stock claimed for good: the same ending, with the money in somebody's hands.</summary>
    /// <param name="tendered">Null when nothing was to be paid.</param>
    public async Task CompleteAtDeskAsync(TicketDb db, Order order, Tendered? tendered, CancellationToken cancel)
    {
        var total = order.Quote.Total;
        if (tendered is not null)
            order.PayWith(payments.Record(db, order.OrganizationId, order.Id.Value, total, tendered.Tender, tendered.Reference).Id);
        await DeliverAsync(db, order, cancel);
        await facts.RecordAsync(db, order.Id.Value, new SoldAtDesk(
            order.Id, order.Number, order.OrganizationId, order.EventId, order.SoldBy!.Value, tendered?.Tender, total.Minor, order.Currency.Code, order.Quote.Count,
            order.CompReason is not null), cancel);
    }

    private async Task CompleteAsync(TicketDb db, Order order, PaymentView payment, CancellationToken cancel)
    {
        if (order.State is OrderState.Paid or OrderState.PartlyRefunded or OrderState.Refunded)
        {
            await RefundSurplusAsync(db, order, payment, cancel);
            return;
        }

        // Money that came late finds its stock again if there is room; if not, it goes back.
        if ((await inventory.SellAsync(db, order.ReservationId, cancel)).Refusal is null)
        {
            order.PayWith(payment.Id);
            await DeliverAsync(db, order, cancel);
            return;
        }

        order.RefundLatePayment();
        order.PayWith(payment.Id);
        await SendBackAsync(db, order, payment, "The tickets had gone when the payment arrived.", cancel);
        await facts.RecordAsync(db, order.Id.Value, new LatePaymentRefunded(order.Id), cancel);
    }

    /// <summary>A second attempt that succeeded as well must not cost the buyer twice.</summary>
    private async Task RefundSurplusAsync(TicketDb db, Order order, PaymentView payment, CancellationToken cancel)
    {
        if (order.PaymentId == payment.Id || await payments.WasRefundedAsync(db, payment.Id, cancel))
            return;
        await SendBackAsync(db, order, payment, "The order had been paid already.", cancel);
    }

    private async Task SendBackAsync(TicketDb db, Order order, PaymentView payment, string why, CancellationToken cancel)
    {
        await payments.RequestRefundAsync(db, payment.Id, payment.Amount, why, order.Quote.InstallationFees, cancel);
        await facts.RecordAsync(db, order.Id.Value, new SurplusRefunded(order.Id, order.OrganizationId, payment.Id, payment.Amount.Currency.Code, payment.Amount.Minor), cancel);
    }

    private async Task DeliverAsync(TicketDb db, Order order, CancellationToken cancel)
    {
        order.MarkPaid(clock.GetUtcNow());
        await facts.RecordAsync(db, order.Id.Value, order.TellPaid(), cancel);
    }
}
