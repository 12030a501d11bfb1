namespace TicketWeb.Features.Orders.UseCases;

/// <summary>A buyer wants to pay.</summary>
internal sealed record PaymentRequest(OrderId Order, string? Secret, PayInput Input);
