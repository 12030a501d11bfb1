using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>What the gateway says about a payment.</summary>
/// <param name="Reference">The gateway's own id.</param>
/// <param name="Captured">Zero until it succeeded.</param>
/// <param name="DeclineSentence">What the buyer reads after a decline.</param>
/// <param name="ActionUrl">Where the bank wants to see the buyer.</param>
public sealed record GatewayPayment(string Reference, PaymentState State, Money Captured, string? DeclineSentence = null, string? ActionUrl = null);
