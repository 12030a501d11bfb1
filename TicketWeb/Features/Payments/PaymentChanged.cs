using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>The gateway let us know that something changed about a payment.</summary>
public sealed record PaymentChanged(Guid OrderId, Guid PaymentId) : IFact;
