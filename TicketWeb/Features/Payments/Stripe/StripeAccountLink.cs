namespace TicketWeb.Features.Payments.Stripe;

/// <summary>Where an account's holder answers Stripe's questions, or sees the account.</summary>
internal sealed record StripeAccountLink(string Url);
