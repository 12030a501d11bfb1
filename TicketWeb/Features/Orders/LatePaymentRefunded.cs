using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>Money arrived after the tickets had gone to others; it is on its way back.</summary>
public sealed record LatePaymentRefunded(OrderId OrderId) : IFact;
