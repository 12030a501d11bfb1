using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Domain;

/// <summary>Money on its way back. The row is there first; it is sent from the outbox with its id as the idempotency key.</summary>
internal sealed class Refund
{
    public required RefundId Id { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public required PaymentId PaymentId { get; init; }

    /// <summary>The gateway's own id where somebody made it there and not here; null for ours. Unique.</summary>
    public string? Reference { get; init; }

    public required long Amount { get; init; }

    public required Currency Currency { get; init; }

    public required string Reason { get; init; }

    /// <summary>Whether the installation's fee goes back with it.</summary>
    public required bool ReturnsFee { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The refund that failed and for which this one stands. Unique: a failure is tried again once, until that fails too.</summary>
    public RefundId? TriedBefore { get; init; }

    public RefundState State { get; private set; }

    public string? Failure { get; private set; }

    /// <summary>Whether somebody may ask again. What was made at the gateway and came to nothing there was never asked for here, unless it stood for a refund of ours.</summary>
    public bool MayRepeat => State == RefundState.Failed && (Reference is null || TriedBefore is not null);

    /// <summary>Whose account gave the money back by hand; null where a gateway sends it, and until then.</summary>
    public Guid? HandedBackBy { get; private set; }

    public DateTimeOffset? HandedBackAt { get; private set; }

    public void HandBack(Guid by, DateTimeOffset at) => (State, HandedBackBy, HandedBackAt) = (RefundState.Sent, by, at);

    public void Note(GatewayRefund said)
    {
        State = said.Failure is null ? RefundState.Sent : RefundState.Failed;
        Failure = said.Failure;
    }
}
