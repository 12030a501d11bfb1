namespace TicketWeb.Features.Payments;

/// <summary>Who takes the money, as people say it.</summary>
public static class ProviderWords
{
    /// <param name="provider">As it stands in our rows.</param>
    public static string Spoken(string provider) => provider switch
    {
        "stripe" => "Stripe",
        "sandbox" => "the sandbox",
        var other => other,
    };
}
