namespace TicketWeb.Features.Payments.Stripe;

/// <summary>A PaymentIntent, as far as we look at it.</summary>
internal sealed record StripeIntent(
    string Id, string Status, string Currency, long AmountReceived, string? ClientSecret, StripeError? LastPaymentError, Dictionary<string, string>? Metadata);
