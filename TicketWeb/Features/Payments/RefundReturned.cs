using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>Money that had been sent back did not arrive, and is here again.</summary>
/// <param name="Amount">In minor units.</param>
public sealed record RefundReturned(RefundId RefundId, OrganizationId OrganizationId, Guid OrderId, string Currency, long Amount) : IFact;
