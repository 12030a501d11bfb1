namespace TicketWeb.Features.Payments;

/// <summary>What the gateway says about a refund.</summary>
/// <param name="Failure">Why not, or null when it is on its way.</param>
public sealed record GatewayRefund(string? Failure);
