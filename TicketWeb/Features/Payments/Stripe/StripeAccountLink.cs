namespace TicketWeb.Features.Payments.Stripe;

/// <summary>Where an account's holder answers Stripe's questions.</summary>
internal sealed record StripeAccountLink(string Url);
