using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>Money that somebody at the desk has to give back, or has given back, in the way it was paid.</summary>
public sealed record HandBack(RefundId Id, Guid OrderId, Money Amount, Tender Tender);
