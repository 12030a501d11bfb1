using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>The gateway let us know that something changed about a refund.</summary>
public sealed record RefundChanged(Guid RefundId) : IFact;
