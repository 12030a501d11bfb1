using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;

namespace TicketWeb.Features.Orders;

/// <summary>What was told of an order when it was paid and when parts of it went back, for whoever was not there to hear it.</summary>
/// <param name="Paid">Null where it never was.</param>
/// <param name="Money">The refunds in Payments that carry what the team has sent back.</param>
public sealed record OrderHistory(
    OrderId Id, OrganizationId OrganizationId, OrderPaid? Paid, DateTimeOffset? PaidAt, IReadOnlyList<RefundHistory> Refunds, IReadOnlySet<RefundId> Money);
