namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>A request that came in.</summary>
/// <param name="Call">Like "POST payment_intents".</param>
/// <param name="Key">Its idempotency key, or null.</param>
/// <param name="Account">The connected account it was for, or null.</param>
public sealed record StripeRequest(string Call, string? Key, string? Version, string? Account, IReadOnlyDictionary<string, string> Form)
{
    public string? this[string field] => Form.GetValueOrDefault(field);
}
