using Microsoft.Extensions.Options;

namespace TicketWeb.Features.Payments.Stripe;

/// <summary>Says at the start, and not to the first buyer, what is wrong with the keys and with where they are sent.</summary>
internal sealed class StripeOptionsRules(IOptions<PaymentsOptions> payments) : IValidateOptions<StripeOptions>
{
    public ValidateOptionsResult Validate(string? name, StripeOptions options) =>
        payments.Value.Provider == PaymentProvider.Stripe && Wrong(options).ToList() is { Count: > 0 } sentences
            ? ValidateOptionsResult.Fail(sentences)
            : ValidateOptionsResult.Success;

    private static IEnumerable<string> Wrong(StripeOptions options)
    {
        if (!Begins(options.SecretKey, "sk_test_", "sk_live_", "rk_test_", "rk_live_"))
            yield return "Set Payments:Stripe:SecretKey to the secret key of your Stripe account: it begins with sk_live_ or sk_test_ (rk_ for a restricted one).";
        if (!Begins(options.PublishableKey, "pk_test_", "pk_live_"))
            yield return "Set Payments:Stripe:PublishableKey to the publishable key of your Stripe account: it begins with pk_live_ or pk_test_.";
        if (IsLive(options.SecretKey) != IsLive(options.PublishableKey))
            yield return "Payments:Stripe:SecretKey and PublishableKey do not belong together: one is live, the other for tests.";
        if (options.WebhookSecrets.Length == 0 || !options.WebhookSecrets.All(s => Begins(s, "whsec_")))
            yield return "Set Payments:Stripe:WebhookSecrets:0 to the signing secret of your webhook endpoint at Stripe: it begins with whsec_.";
        if (!string.IsNullOrEmpty(options.ApplePayDomainFile) && !File.Exists(options.ApplePayDomainFile))
            yield return $"Payments:Stripe:ApplePayDomainFile names a file that is not there: {options.ApplePayDomainFile}";
        if (!MayCarryKeys(options.Address))
            yield return "Payments:Stripe:Address must be a whole address that begins with https://, like https://api.stripe.com/; http:// is for this machine alone.";
    }

    /// <summary>The secret key goes there with every request.</summary>
    private static bool MayCarryKeys(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool Begins(string key, params string[] kinds) => kinds.Any(kind => key.StartsWith(kind, StringComparison.Ordinal) && key.Length > kind.Length);

    private static bool IsLive(string key) => key.Contains("_live_", StringComparison.Ordinal);
}
