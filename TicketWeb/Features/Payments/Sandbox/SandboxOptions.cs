namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>How the sandbox behaves.</summary>
public sealed class SandboxOptions
{
    public const string Section = "Payments:Sandbox";

    /// <summary>The sandbox takes no money: in Production it starts only when told so in so many words.</summary>
    public bool AllowInProduction { get; set; }

    /// <summary>Signs its webhooks. Empty: a new one at every start.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>How long after a payment its webhook is sent.</summary>
    public int WebhookDelaySeconds { get; set; } = 2;

    /// <summary>How long a card that succeeds late takes.</summary>
    public int LateSeconds { get; set; } = 20;
}
