using Microsoft.Extensions.Options;

namespace TicketWeb.Platform.Security;

/// <summary>Says at the start, and not to the first visitor, which limit is none.</summary>
internal sealed class RateLimitsOptionsRules : IValidateOptions<RateLimitsOptions>
{
    public ValidateOptionsResult Validate(string? name, RateLimitsOptions options) =>
        options.All.SelectMany(l => Wrong(l.Limit, $"{RateLimitsOptions.Section}:{l.Name}")).ToList() is { Count: > 0 } sentences
            ? ValidateOptionsResult.Fail(sentences)
            : ValidateOptionsResult.Success;

    private static IEnumerable<string> Wrong(RateLimit limit, string setting)
    {
        if (limit.Permits is < 1 or > 1_000_000)
            yield return $"{setting}:Permits must be between 1 and 1000000.";
        if (limit.Per < TimeSpan.FromSeconds(1) || limit.Per > TimeSpan.FromDays(1))
            yield return $"{setting}:Per must be between 00:00:01 and 1.00:00:00, a day.";
    }
}
