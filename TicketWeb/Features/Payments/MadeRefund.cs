using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>A refund that the gateway knows, whoever asked for it.</summary>
/// <param name="Reference">The gateway's own id.</param>
/// <param name="Ours">What we marked it with; null where somebody made it at the gateway.</param>
/// <param name="Failure">Why not, or null when it is on its way.</param>
public sealed record MadeRefund(string Reference, RefundId? Ours, Money Amount, string? Failure);
