using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Stripe;

/// <summary>Stripe understood and would not: asking again in the same words changes nothing.</summary>
internal sealed record StripeRefused(int Status, StripeError Error) : Refusal("stripe_refused", Error.Message ?? $"Stripe answered {Status}.");
