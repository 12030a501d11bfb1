using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

internal sealed class Till(IPaymentGateway gateway, Facts facts, TimeProvider clock) : IPayments
{
    public PaymentForm? Form => gateway.Form;

    public bool PaysOut => gateway.Payouts is not null;

    public async Task<PaymentView?> LatestAsync(TicketDb db, Guid orderId, CancellationToken cancel) =>
        await db.Set<Payment>().Where(p => p.OrderId == orderId).OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancel) is { } payment ? View(payment) : null;

    public PaymentView Begin(TicketDb db, OrganizationId organization, Guid orderId, Money amount)
    {
        var payment = Payment.Begin(organization, orderId, amount, gateway.Provider, clock.GetUtcNow());
        db.Add(payment);
        return View(payment);
    }

    public Task LoadAsync(TicketDb db, IReadOnlyCollection<PaymentId> ids, CancellationToken cancel) =>
        db.Set<Payment>().AsTracking().Where(p => ids.Contains(p.Id)).LoadAsync(cancel);

    public async Task<PaymentView> NoteAsync(TicketDb db, PaymentId id, GatewayPayment? said, CancellationToken cancel)
    {
        var payment = await FindAsync(db, id, cancel);
        payment.Note(said);
        return View(payment);
    }

    public async Task RequestRefundAsync(TicketDb db, PaymentId id, Money amount, string reason, bool returnsFee, CancellationToken cancel)
    {
        var payment = await FindAsync(db, id, cancel);
        payment.SetAside(amount);
        var refund = new Refund
        {
            Id = Id.New<RefundId>(),
            OrganizationId = payment.OrganizationId,
            PaymentId = id,
            Amount = amount.Minor,
            Currency = amount.Currency,
            Reason = reason,
            ReturnsFee = returnsFee,
            RequestedAt = clock.GetUtcNow(),
        };
        db.Add(refund);
        await facts.RecordAsync(db, payment.OrderId, new RefundRequested(refund.Id.Value), cancel);
    }

    public Task<GatewayPayment> TakeAsync(PaymentOrder order, CancellationToken cancel) => gateway.CreateAsync(order, cancel);

    public Task<GatewayPayment?> ReadAsync(PaymentId id, CancellationToken cancel) => gateway.ReadAsync(id, cancel);

    public Task<GatewayPayment?> CancelAsync(PaymentId id, CancellationToken cancel) => gateway.CancelAsync(id, cancel);

    private static async Task<Payment> FindAsync(TicketDb db, PaymentId id, CancellationToken cancel) =>
        await db.Set<Payment>().FindAsync([id], cancel) ?? throw new InvalidOperationException($"There is no payment {id.Value}.");

    private static PaymentView View(Payment p) => new(p.Id, p.OrderId, new Money(p.Amount, p.Currency), p.State, p.DeclineSentence, p.ActionUrl, new Money(p.Refunded, p.Currency), p.CreatedAt);
}
