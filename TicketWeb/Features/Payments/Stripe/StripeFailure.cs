namespace TicketWeb.Features.Payments.Stripe;

/// <summary>The body of an answer that is an error.</summary>
internal sealed record StripeFailure(StripeError? Error);
