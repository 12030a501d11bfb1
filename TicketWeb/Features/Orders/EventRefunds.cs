using TicketWeb.Features.Payments;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>What has gone back of an event, and what somebody has to do about it still.</summary>
/// <param name="Failed">The orders with money that the gateway refused to send back, so that it is here still.</param>
/// <param name="BackAhead">The orders of which somebody refunded more at the payment company than went back here in tickets, oldest first: somebody has to decide about the tickets.</param>
/// <param name="ToHandBack">The orders with money that somebody at the desk has to give back still, oldest first.</param>
public sealed record EventRefunds(
    RefundFigures Figures,
    IReadOnlyList<(OrderId Id, string Number)> Failed,
    IReadOnlyList<(OrderId Id, string Number, Money Amount)> BackAhead,
    IReadOnlyList<(OrderId Id, string Number, Tender Tender, Money Amount)> ToHandBack);
