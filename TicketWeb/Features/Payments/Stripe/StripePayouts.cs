using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Payments.Stripe;

/// <summary>
/// Stripe Connect: each organization has an account of its own at Stripe, with Stripe's small dashboard. Buyers pay the installation, Stripe hands
/// the organization its share at once and keeps our fee back (destination charges).
/// </summary>
internal sealed class StripePayouts(StripeClient stripe, PublicLinks links) : IPayoutGateway
{
    public async Task<Outcome<GatewayAccount>> OpenAsync(OrganizationId organization, string email, CancellationToken cancel) => Said(
        await stripe.PostAsync<StripeAccount>("accounts", $"account-{organization.Value}",
        [
            ("email", email),
            ("controller[fees][payer]", "application"),
            ("controller[losses][payments]", "application"),
            ("controller[stripe_dashboard][type]", "express"),
            ("capabilities[card_payments][requested]", "true"),
            ("capabilities[transfers][requested]", "true"),
            ($"metadata[{StripeMarks.Organization}]", organization.Value.ToString()),
        ], cancel),
        account => account.Tell());

    public async Task<GatewayAccount> ReadAsync(string reference, CancellationToken cancel) =>
        (await stripe.GetAsync<StripeAccount>($"accounts/{reference}", cancel)).Value.Tell();

    public async Task<Outcome<string>> LinkAsync(string reference, string back, CancellationToken cancel) => Said(
        await stripe.PostAsync<StripeAccountLink>("account_links", Guid.NewGuid().ToString(),
        [
            ("account", reference), ("type", "account_onboarding"), ("refresh_url", links.To(back)), ("return_url", links.To(back)),
        ], cancel),
        link => link.Url);

    public async Task<Outcome<string>> SignInLinkAsync(string reference, CancellationToken cancel) => Said(
        await stripe.PostAsync<StripeAccountLink>($"accounts/{reference}/login_links", Guid.NewGuid().ToString(), [], cancel),
        link => link.Url);

    private static Outcome<TTo> Said<TFrom, TTo>(Outcome<TFrom> outcome, Func<TFrom, TTo> tell) where TFrom : notnull where TTo : notnull =>
        outcome.IsDone(out var value, out var refusal) ? (Outcome<TTo>)tell(value) : new PayoutsUnavailable(refusal.Sentence);
}
