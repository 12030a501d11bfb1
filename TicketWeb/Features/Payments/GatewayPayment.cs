using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>What the gateway says about a payment.</summary>
/// <param name="Reference">The gateway's own id; null when it refused before it gave one.</param>
/// <param name="Captured">Zero until it succeeded.</param>
/// <param name="DeclineSentence">What the buyer reads after a decline.</param>
/// <param name="ActionUrl">Where the bank wants to see the buyer.</param>
/// <param name="ClientSecret">With which the gateway's form in the buyer's browser goes on by itself, where there is no address. Shown to the buyer, never written down.</param>
public sealed record GatewayPayment(
    string? Reference, PaymentState State, Money Captured, string? DeclineSentence = null, string? ActionUrl = null, string? ClientSecret = null);
