using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Domain;

/// <summary>Money on its way back. The row is there first; it is sent from the outbox with its id as the idempotency key.</summary>
internal sealed class Refund
{
    private Refund()
    {
    }

    public RefundId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public PaymentId PaymentId { get; private init; }

    /// <summary>The gateway's own id where somebody made it there and not here; null for ours. Unique.</summary>
    public string? Reference { get; private init; }

    public long Amount { get; private init; }

    public Currency Currency { get; private init; }

    public string Reason { get; private init; } = "";

    /// <summary>What the installation gives back of its fee with it, in minor units. Null in rows of a version before this one: <see cref="ReturnsFee"/> tells.</summary>
    public long? ReturnedFee { get; private init; }

    /// <summary>Whether the gateway is to give the fee back in proportion: in rows of a version before this one only.</summary>
    public bool ReturnsFee { get; private init; }

    public DateTimeOffset RequestedAt { get; private init; }

    /// <summary>The refund that failed and for which this one stands. Unique: a failure is tried again once, until that fails too.</summary>
    public RefundId? TriedBefore { get; private init; }

    public RefundState State { get; private set; }

    public string? Failure { get; private set; }

    /// <summary>Whether somebody may ask again. What was made at the gateway and came to nothing there was never asked for here, unless it stood for a refund of ours.</summary>
    public bool MayRepeat => State == RefundState.Failed && (Reference is null || TriedBefore is not null);

    /// <summary>Whose account gave the money back by hand; null where a gateway sends it, and until then.</summary>
    public Guid? HandedBackBy { get; private set; }

    public DateTimeOffset? HandedBackAt { get; private set; }

    /// <param name="fee">What the installation gives back of its fee with it, in minor units.</param>
    /// <param name="insteadOf">The refund that failed and for which this one stands.</param>
    /// <param name="reference">The gateway's own id where somebody made it there.</param>
    public static Refund Of(Payment payment, Money amount, string reason, long fee, RefundId? insteadOf, DateTimeOffset now, string? reference = null) => new()
    {
        Id = Kernel.Id.New<RefundId>(),
        OrganizationId = payment.OrganizationId,
        PaymentId = payment.Id,
        Reference = reference,
        Amount = amount.Minor,
        Currency = amount.Currency,
        Reason = reason,
        ReturnedFee = fee,
        RequestedAt = now,
        TriedBefore = insteadOf,
    };

    /// <summary>A new one that stands for this one, which failed.</summary>
    public Refund Again(DateTimeOffset now) => After(this, Amount, now);

    /// <summary>
    /// What is owed still of this one, which failed, when less than it was made at the gateway. It is not sent before somebody says so: the team may know more of what was
    /// made there.
    /// </summary>
    /// <param name="last">The one that it stands for: the last of those that stand for each other.</param>
    /// <param name="amount">In minor units.</param>
    public Refund Rest(Refund last, long amount, DateTimeOffset now)
    {
        var rest = After(last, amount, now);
        rest.Note(new GatewayRefund("At the payment company less than all of it was refunded. The rest waits until somebody sends it."));
        return rest;
    }

    public void HandBack(Guid by, DateTimeOffset at) => (State, HandedBackBy, HandedBackAt) = (RefundState.Sent, by, at);

    public void Note(GatewayRefund said)
    {
        State = said.Failure is null ? RefundState.Sent : RefundState.Failed;
        Failure = said.Failure;
    }

    private Refund After(Refund failed, long amount, DateTimeOffset now) => new()
    {
        Id = Kernel.Id.New<RefundId>(),
        OrganizationId = OrganizationId,
        PaymentId = PaymentId,
        Amount = amount,
        Currency = Currency,
        Reason = Reason,
        ReturnedFee = ReturnedFee,
        ReturnsFee = ReturnsFee,
        RequestedAt = now,
        TriedBefore = failed.Id,
    };
}
