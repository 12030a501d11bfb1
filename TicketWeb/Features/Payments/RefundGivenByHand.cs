using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>Somebody of the team has given back, outside the platform, what the gateway would not send.</summary>
/// <param name="OrderId">The order that was paid for.</param>
/// <param name="Amount">In minor units.</param>
public sealed record RefundGivenByHand(RefundId RefundId, OrganizationId OrganizationId, Guid OrderId, string Currency, long Amount) : IFact;
