using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>Money on its way back, as its order sees it.</summary>
/// <param name="TriedBefore">The refund that failed and for which this one stands; null for a first one.</param>
/// <param name="Failure">What the gateway said when it refused.</param>
/// <param name="MayTryAgain">True while it has failed and nobody has tried again.</param>
public sealed record RefundView(
    RefundId Id, PaymentId PaymentId, Money Amount, string Reason, RefundState State, string? Failure, RefundId? TriedBefore, bool MayTryAgain, DateTimeOffset RequestedAt)
{
    /// <summary>Whether somebody made it at the gateway and not here.</summary>
    public bool AtGateway { get; init; }

    /// <summary>Whose account says that they gave it back by hand, and when; null where a gateway sent it, and until then.</summary>
    public (Guid By, DateTimeOffset At)? ByHand { get; init; }

    /// <summary>With what it is given back by hand; null where a gateway sends it.</summary>
    public Tender? Tender { get; init; }
}
