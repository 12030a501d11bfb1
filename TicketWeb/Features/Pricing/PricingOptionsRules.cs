using Microsoft.Extensions.Options;
using TicketWeb.Features.Events;

namespace TicketWeb.Features.Pricing;

/// <summary>Says of each fee of the platform's what keeps it from being one.</summary>
internal sealed class PricingOptionsRules : IValidateOptions<PricingOptions>
{
    public ValidateOptionsResult Validate(string? name, PricingOptions options) =>
        options.Fees.SelectMany((fee, at) => Wrong(fee, $"{PricingOptions.Section}:{nameof(PricingOptions.Fees)}:{at}")).ToList() is { Count: > 0 } sentences
            ? ValidateOptionsResult.Fail(sentences)
            : ValidateOptionsResult.Success;

    private static IEnumerable<string> Wrong(PlatformFee fee, string setting)
    {
        if (fee.Per is not (FeeKind.Ticket or FeeKind.AddOn or FeeKind.Order))
            yield return $"{setting}:Per must be Ticket, AddOn or Order.";
        if (fee.Flat is < 0 or > 100_000)
            yield return $"{setting}:Flat must be between 0 and 100000 minor units, which is 1000.00.";
        if (fee.BasisPoints is < 0 or > 5_000)
            yield return $"{setting}:BasisPoints must be between 0 and 5000, which is 50 %.";
        if (fee.From < 0)
            yield return $"{setting}:From must be 0 or more, in minor units.";
        if (fee.To < fee.From)
            yield return $"{setting}:To must not be less than its From.";
    }
}
