namespace TicketWeb.Features.Payments.Stripe;

/// <summary>What of an ApplicationFee was given back, as far as we look at it.</summary>
internal sealed record StripeFeeRefund(string Id, Dictionary<string, string>? Metadata);
