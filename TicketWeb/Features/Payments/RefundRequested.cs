using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>Money is to go back to a buyer.</summary>
public sealed record RefundRequested(Guid RefundId) : IFact;
