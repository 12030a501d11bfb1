namespace TicketWeb.Features.Orders;

/// <summary>An order that a refund of its event could not send back.</summary>
public sealed record EventRefundFailure(OrderId OrderId, string Number, string Why);
