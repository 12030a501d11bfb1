namespace TicketWeb.Features.Payments.Stripe;

/// <summary>One page of a list or of a search.</summary>
internal sealed record StripeList<T>(IReadOnlyList<T> Data);
