namespace TicketWeb.Features.Payments.Stripe;

/// <summary>The account at Stripe that takes the money.</summary>
public sealed class StripeOptions
{
    public const string Section = "Payments:Stripe";

    /// <summary>Secret (sk_…) or restricted (rk_…): with it we speak to Stripe.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>pk_…: with it the buyer's browser does.</summary>
    public string PublishableKey { get; set; } = "";

    /// <summary>whsec_…: what webhooks are signed with. Several while one is replaced, and where there is more than one endpoint.</summary>
    public string[] WebhookSecrets { get; set; } = [];

    /// <summary>True where the bank only sets the money aside at first, and we take it when we hear of that: a payment that is given up before has cost nobody anything.</summary>
    public bool CaptureLater { get; set; }

    /// <summary>The file with which Apple makes sure of a domain, if Apple Pay wants one.</summary>
    public string? ApplePayDomainFile { get; set; }

    /// <summary>Where Stripe is. Another address is for trying out.</summary>
    public Uri Address { get; set; } = new("https://api.stripe.com/");
}
