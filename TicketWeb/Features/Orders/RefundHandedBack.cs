using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>Somebody at the desk has given money back.</summary>
/// <param name="By">Whose account.</param>
/// <param name="Amount">In minor units.</param>
public sealed record RefundHandedBack(
    OrderId OrderId, string Number, OrganizationId OrganizationId, EventId EventId, RefundId RefundId, Guid By, Tender Tender, long Amount, string Currency) : IFact;
