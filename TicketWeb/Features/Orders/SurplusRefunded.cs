using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>Money came for which nothing is owed: too late, or a second time. It is on its way back.</summary>
/// <param name="Amount">In minor units.</param>
public sealed record SurplusRefunded(OrderId OrderId, OrganizationId OrganizationId, PaymentId PaymentId, string Currency, long Amount) : IFact;
