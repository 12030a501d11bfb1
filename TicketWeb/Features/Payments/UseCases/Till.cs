using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

internal sealed class Till(IPaymentGateway gateway, Facts facts, TimeProvider clock) : IPayments
{
    private readonly AdoptRefunds _adopt = new(facts, clock);

    public PaymentForm? Form => gateway.Form;

    public string? Refuses(string? method) => gateway.Refuses(method);

    public bool PaysOut => gateway.Payouts is not null;

    public async Task<PaymentView?> LatestAsync(TicketDb db, Guid orderId, CancellationToken cancel) =>
        await db.Set<Payment>().Where(p => p.OrderId == orderId).OrderByDescending(p => p.Id).FirstOrDefaultAsync(cancel) is { } payment ? View(payment) : null;

    public PaymentView Begin(TicketDb db, OrganizationId organization, Guid orderId, Money amount)
    {
        var payment = Payment.Begin(organization, orderId, amount, gateway.Provider, clock.GetUtcNow());
        db.Insert(payment);
        return View(payment);
    }

    public PaymentView Record(TicketDb db, OrganizationId organization, Guid orderId, Money amount, Tender tender, string? reference)
    {
        var payment = Payment.Record(organization, orderId, amount, tender, reference, clock.GetUtcNow());
        db.Insert(payment);
        return View(payment);
    }

    public RowQuery Locked(IEnumerable<PaymentId> ids) => PaymentBook.Locked(ids);

    public PaymentView Note(TicketDb db, PaymentId id, GatewayPayment? said)
    {
        var payment = Locked(db, id);
        payment.Note(said, clock.GetUtcNow());
        return View(payment);
    }

    public async Task<IReadOnlyList<PaymentView>> UnansweredAsync(TicketDb db, int atMost, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return [.. (await db.Set<Payment>()
            .Where(p => p.AskAt <= now && (p.State == PaymentState.Created || p.State == PaymentState.NeedsAction || p.State == PaymentState.Processing))
            .OrderBy(p => p.AskAt).Take(atMost).ToListAsync(cancel)).Select(View)];
    }

    public async Task<IReadOnlyList<PaymentView>> OfOrderAsync(TicketDb db, Guid orderId, CancellationToken cancel) =>
        [.. (await db.Set<Payment>().Where(p => p.OrderId == orderId).OrderBy(p => p.Id).ToListAsync(cancel)).Select(View)];

    public async Task<PaymentView> LockAsync(TicketDb db, PaymentId id, CancellationToken cancel) => View(await db.LockPaymentAsync(id, cancel));

    public async Task<IReadOnlyList<RefundView>> RefundsAsync(TicketDb db, Guid orderId, CancellationToken cancel)
    {
        var payments = await db.Set<Payment>().Where(p => p.OrderId == orderId).ToDictionaryAsync(p => p.Id, p => p.Tender, cancel);
        var refunds = await db.Set<Refund>().Where(r => payments.Keys.Contains(r.PaymentId)).OrderBy(r => r.Id).ToListAsync(cancel);
        var repeated = refunds.Select(r => r.TriedBefore).ToHashSet();
        return [.. refunds.Select(r => new RefundView(
            r.Id, r.PaymentId, new Money(r.Amount, r.Currency), r.Reason, r.State, r.Failure, r.TriedBefore, r.MayRepeat && !repeated.Contains(r.Id), r.RequestedAt)
        {
            AtGateway = r.Reference is not null,
            Tender = payments[r.PaymentId],
            ByHand = r.HandedBackBy is { } by ? (by, r.HandedBackAt!.Value) : null,
        })];
    }

    public async Task<RefundId> RequestRefundAsync(TicketDb db, PaymentId id, Money amount, string reason, Money fee, CancellationToken cancel, RefundId? insteadOf = null)
    {
        var payment = await db.LockPaymentAsync(id, cancel);
        return await RequestAsync(db, payment, Refund.Of(payment, amount, reason, fee.Minor, insteadOf, clock.GetUtcNow()), cancel);
    }

    public Task<IReadOnlyList<AdoptedRefund>> AdoptRefundsAsync(TicketDb db, PaymentId id, IReadOnlyList<MadeRefund> said, CancellationToken cancel) => _adopt.RunAsync(db, id, said, cancel);

    public async Task<Outcome<Done>> RepeatRefundAsync(TicketDb db, RefundId failed, CancellationToken cancel)
    {
        if (!(await FailedAsync(db, failed, cancel)).IsDone(out var found, out var refusal))
            return refusal;
        var (payment, refund) = found;
        await RequestAsync(db, payment, refund.Again(clock.GetUtcNow()), cancel);
        return new Done();
    }

    public async Task<Outcome<Done>> GiveByHandAsync(TicketDb db, RefundId failed, Guid by, CancellationToken cancel)
    {
        if (!(await FailedAsync(db, failed, cancel)).IsDone(out var found, out var refusal))
            return refusal;
        var (payment, refund) = found;
        var given = refund.Again(clock.GetUtcNow());
        given.HandBack(by, clock.GetUtcNow());
        Add(db, payment, given);
        await facts.RecordAsync(db, payment.OrderId, new RefundGivenByHand(given.Id, given.OrganizationId, payment.OrderId, given.Currency.Code, given.Amount), cancel);
        return new Done();
    }

    public async Task<Outcome<HandBack>> HandBackAsync(TicketDb db, RefundId id, Guid by, CancellationToken cancel)
    {
        if (await db.Set<Refund>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } known)
            return new NotFound("refund");
        var payment = await db.LockPaymentAsync(known.PaymentId, cancel);
        if (payment.Tender is not { } tender)
            return new NotFound("refund");
        // Read again under the lock: of two who say so at once, one does.
        var refund = await db.Set<Refund>().AsTracking().SingleAsync(r => r.Id == id, cancel);
        if (refund.State != RefundState.Requested)
            return new AlreadyHandedBack();
        refund.HandBack(by, clock.GetUtcNow());
        return new HandBack(id, payment.OrderId, new Money(refund.Amount, refund.Currency), tender);
    }

    public async Task<IReadOnlyList<HandBack>> ToHandBackAsync(TicketDb db, CancellationToken cancel) =>
        [.. (await db.Set<Refund>().Where(r => r.State == RefundState.Requested)
            .Join(db.Set<Payment>().Where(p => p.Tender != null), r => r.PaymentId, p => p.Id, (r, p) => new { r.Id, p.OrderId, r.Amount, r.Currency, p.Tender })
            .OrderBy(r => r.Id).ToListAsync(cancel)).Select(r => new HandBack(r.Id, r.OrderId, new Money(r.Amount, r.Currency), r.Tender!.Value))];

    public async Task<IReadOnlyList<Guid>> FailedRefundsAsync(TicketDb db, CancellationToken cancel) =>
        await db.Set<Refund>().Where(r => r.State == RefundState.Failed && (r.Reference == null || r.TriedBefore != null) && !db.Set<Refund>().Any(next => next.TriedBefore == r.Id))
            .Join(db.Set<Payment>(), r => r.PaymentId, p => p.Id, (_, p) => p.OrderId).Distinct().ToListAsync(cancel);

    public async Task<bool> WasRefundedAsync(TicketDb db, PaymentId id, CancellationToken cancel) =>
        Locked(db, id).Refunded > 0 || await db.Set<Refund>().AnyAsync(r => r.PaymentId == id, cancel);

    public async Task<IReadOnlyList<DisputeView>> DisputesAsync(TicketDb db, Guid orderId, CancellationToken cancel) =>
        [.. (await db.Set<Dispute>().Where(d => d.OrderId == orderId).OrderBy(d => d.Id).ToListAsync(cancel)).Select(View)];

    public async Task<IReadOnlyList<DisputeView>> WaitingDisputesAsync(TicketDb db, CancellationToken cancel) =>
        [.. (await db.Set<Dispute>().Where(d => d.State == DisputeState.Inquiry || d.State == DisputeState.NeedsAnswer).OrderBy(d => d.AnswerBy).ToListAsync(cancel)).Select(View)];

    public Task<GatewayPayment> TakeAsync(PaymentOrder order, CancellationToken cancel) => gateway.CreateAsync(order, cancel);

    public Task<GatewayPayment?> ReadAsync(PaymentId id, CancellationToken cancel) => gateway.ReadAsync(id, cancel);

    public Task<IReadOnlyList<MadeRefund>> ReadRefundsAsync(PaymentId id, CancellationToken cancel) => gateway.ReadRefundsAsync(id, cancel);

    public Task<GatewayPayment?> CancelAsync(PaymentId id, CancellationToken cancel) => gateway.CancelAsync(id, cancel);

    /// <summary>A refund that failed and that no other one stands for, with its payment locked.</summary>
    private static async Task<Outcome<(Payment Payment, Refund Refund)>> FailedAsync(TicketDb db, RefundId failed, CancellationToken cancel)
    {
        if (await db.Set<Refund>().SingleOrDefaultAsync(r => r.Id == failed, cancel) is not { } refund)
            return new NotFound("refund");
        var payment = await db.LockPaymentAsync(refund.PaymentId, cancel);
        // Read again under the lock: of two who try again at once, one does.
        if (!refund.MayRepeat || await db.Set<Refund>().AnyAsync(r => r.TriedBefore == failed, cancel))
            return new NoRefundToRepeat();
        return (payment, refund);
    }

    private async Task<RefundId> RequestAsync(TicketDb db, Payment payment, Refund refund, CancellationToken cancel)
    {
        Add(db, payment, refund);
        // What was paid by hand goes back by hand: no gateway has it.
        if (payment.Tender is null)
            await facts.RecordAsync(db, payment.OrderId, new RefundRequested(refund.Id.Value), cancel);
        return refund.Id;
    }

    private static void Add(TicketDb db, Payment payment, Refund refund)
    {
        payment.SetAside(new Money(refund.Amount, refund.Currency));
        db.Insert(refund);
    }

    private static Payment Locked(TicketDb db, PaymentId id) => db.Changing<Payment>(id) ?? throw new InvalidOperationException($"There is no payment {id.Value}.");

    private static DisputeView View(Dispute d) => new(
        d.Id, d.OrderId, d.State, new Money(d.Amount, d.Currency), new Money(d.Withdrawn, d.Currency), new Money(d.Fee, d.Currency), d.Reason, d.AnswerBy, d.OpenedAt);

    private static PaymentView View(Payment p) => new(p.Id, p.OrderId, new Money(p.Amount, p.Currency), p.State, p.DeclineSentence, p.ActionUrl, new Money(p.Refunded, p.Currency), p.CreatedAt, p.Provider)
    {
        Tender = p.Tender,
        Reference = p.Reference,
    };
}
