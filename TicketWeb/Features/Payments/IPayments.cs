using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Payments;

/// <summary>
/// The front door to money. Methods with a <see cref="TicketDb"/> work in the caller's transaction and never call the gateway;
/// the others call the gateway and touch no row.
/// </summary>
public interface IPayments
{
    /// <summary>The gateway's own form for the card; null where a plain field serves.</summary>
    PaymentForm? Form { get; }

    /// <summary>What is wrong with what a buyer typed to pay with, in a sentence; null where only asking the bank will tell.</summary>
    string? Refuses(string? method);

    /// <summary>Whether organizations can have their share passed on to them.</summary>
    bool PaysOut { get; }

    /// <summary>The order's latest attempt, or null.</summary>
    Task<PaymentView?> LatestAsync(TicketDb db, Guid orderId, CancellationToken cancel);

    /// <summary>Writes an attempt down before the gateway hears of it.</summary>
    PaymentView Begin(TicketDb db, OrganizationId organization, Guid orderId, Money amount);

    /// <summary>Writes down what was paid at the desk: it is there already, and no gateway hears of it.</summary>
    /// <param name="reference">The number on the terminal's slip, the cheque or the voucher.</param>
    PaymentView Record(TicketDb db, OrganizationId organization, Guid orderId, Money amount, Tender tender, string? reference);

    /// <summary>Many payments at once, so that the methods below need not read each for itself, locked when they are read: a refund of one may fail at this moment.</summary>
    RowQuery Locked(IEnumerable<PaymentId> ids);

    /// <summary>Writes down what the gateway said about a payment that is <see cref="Locked"/>. Older news never undoes a success.</summary>
    PaymentView Note(TicketDb db, PaymentId id, GatewayPayment? said);

    /// <summary>Attempts on which the gateway has not said its last word for so long that it should be asked, the longest first.</summary>
    Task<IReadOnlyList<PaymentView>> UnansweredAsync(TicketDb db, int atMost, CancellationToken cancel);

    /// <summary>All attempts to pay the order, oldest first.</summary>
    Task<IReadOnlyList<PaymentView>> OfOrderAsync(TicketDb db, Guid orderId, CancellationToken cancel);

    /// <summary>The payment, locked until the transaction ends.</summary>
    Task<PaymentView> LockAsync(TicketDb db, PaymentId id, CancellationToken cancel);

    /// <summary>What of the order's payments goes or went back, oldest first.</summary>
    Task<IReadOnlyList<RefundView>> RefundsAsync(TicketDb db, Guid orderId, CancellationToken cancel);

    /// <summary>Asks for money to go back; it is sent from the outbox, or given back by hand where it was paid so. Never more than was captured.</summary>
    /// <param name="fee">What of the amount the installation gives back of its fee; the organization bears the rest.</param>
    /// <param name="insteadOf">A refund that came to nothing and for which this one stands.</param>
    Task<RefundId> RequestRefundAsync(TicketDb db, PaymentId id, Money amount, string reason, Money fee, CancellationToken cancel, RefundId? insteadOf = null);

    /// <summary>Takes over what somebody refunded at the gateway and not here, and notes what came to nothing of it. Throws where more would go back than was captured.</summary>
    /// <param name="said">All refunds of the payment, as the gateway told them.</param>
    Task<IReadOnlyList<AdoptedRefund>> AdoptRefundsAsync(TicketDb db, PaymentId id, IReadOnlyList<MadeRefund> said, CancellationToken cancel);

    /// <summary>Asks again for a refund that failed, as a new one with a key of its own. Refuses with <see cref="NoRefundToRepeat"/>.</summary>
    Task<Outcome<Done>> RepeatRefundAsync(TicketDb db, RefundId failed, CancellationToken cancel);

    /// <summary>Somebody has given back by hand what the gateway refused to send: a new refund says so, and stands for the one that failed. Refuses with <see cref="NoRefundToRepeat"/>.</summary>
    Task<Outcome<Done>> GiveByHandAsync(TicketDb db, RefundId failed, Guid by, CancellationToken cancel);

    /// <summary>Somebody at the desk has given back what was paid there. Refuses with <see cref="AlreadyHandedBack"/>.</summary>
    Task<Outcome<HandBack>> HandBackAsync(TicketDb db, RefundId id, Guid by, CancellationToken cancel);

    /// <summary>What has to be given back by hand still, oldest first.</summary>
    Task<IReadOnlyList<HandBack>> ToHandBackAsync(TicketDb db, CancellationToken cancel);

    /// <summary>The orders with a refund that failed and that nobody has tried again.</summary>
    Task<IReadOnlyList<Guid>> FailedRefundsAsync(TicketDb db, CancellationToken cancel);

    /// <summary>Whether money of this payment was ever asked back, failed or not.</summary>
    Task<bool> WasRefundedAsync(TicketDb db, PaymentId id, CancellationToken cancel);

    /// <summary>What was disputed of the order's payments, oldest first.</summary>
    Task<IReadOnlyList<DisputeView>> DisputesAsync(TicketDb db, Guid orderId, CancellationToken cancel);

    /// <summary>The disputes that wait for an answer, the most urgent first.</summary>
    Task<IReadOnlyList<DisputeView>> WaitingDisputesAsync(TicketDb db, CancellationToken cancel);

    Task<GatewayPayment> TakeAsync(PaymentOrder order, CancellationToken cancel);

    Task<GatewayPayment?> ReadAsync(PaymentId id, CancellationToken cancel);

    /// <summary>All refunds of the payment, whoever asked for them, oldest first.</summary>
    Task<IReadOnlyList<MadeRefund>> ReadRefundsAsync(PaymentId id, CancellationToken cancel);

    Task<GatewayPayment?> CancelAsync(PaymentId id, CancellationToken cancel);
}
