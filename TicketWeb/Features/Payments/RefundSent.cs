using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>The gateway has sent money back.</summary>
/// <param name="Amount">In minor units.</param>
public sealed record RefundSent(RefundId RefundId, OrganizationId OrganizationId, Guid OrderId, string Currency, long Amount) : IFact;
