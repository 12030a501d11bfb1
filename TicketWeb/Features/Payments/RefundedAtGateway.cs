using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>The gateway let us know that something changed about refunds of a payment which we may not have asked for.</summary>
public sealed record RefundedAtGateway(Guid OrderId, Guid PaymentId) : IFact;
