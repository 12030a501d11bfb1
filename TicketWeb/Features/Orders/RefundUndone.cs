using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>Money that somebody refunded at the payment company has come to nothing, and nobody is owed it.</summary>
/// <param name="Proceeds">Whose it is again; all of it below zero, as with a refund of the other sign.</param>
public sealed record RefundUndone(OrderId OrderId, OrderRefundId RefundId, OrganizationId OrganizationId, Proceeds Proceeds) : IFact
{
    /// <summary>When that was heard. Null in facts that a version before this one wrote.</summary>
    public DateTimeOffset? At { get; init; }
}
