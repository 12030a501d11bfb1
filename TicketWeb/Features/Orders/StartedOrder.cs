namespace TicketWeb.Features.Orders;

/// <summary>A new order with the secret that opens its checkout. The secret is told once and kept by the browser.</summary>
public sealed record StartedOrder(OrderId Id, string Secret);
