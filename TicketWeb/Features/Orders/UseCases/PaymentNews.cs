using TicketWeb.Features.Payments;

namespace TicketWeb.Features.Orders.UseCases;

/// <param name="Said">Null when the gateway never heard of the payment.</param>
internal sealed record PaymentNews(OrderId Order, PaymentId Payment, GatewayPayment? Said);
