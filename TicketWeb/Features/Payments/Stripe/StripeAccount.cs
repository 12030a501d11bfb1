namespace TicketWeb.Features.Payments.Stripe;

/// <summary>A connected account, as far as we look at it.</summary>
internal sealed record StripeAccount(string Id, bool ChargesEnabled, bool PayoutsEnabled, bool DetailsSubmitted)
{
    public GatewayAccount Tell() => new(Id, ChargesEnabled, PayoutsEnabled, DetailsSubmitted);
}
