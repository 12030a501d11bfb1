using Microsoft.Extensions.Options;
using TicketWeb.Features.Pricing.UseCases;

namespace TicketWeb.Features.Pricing;

public static class PricingFeature
{
    public static IServiceCollection AddPricing(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<PricingOptions>, PricingOptionsRules>();
        services.AddOptions<PricingOptions>().Configure<IConfiguration>(Read).ValidateOnStart();
        return services
            .AddSingleton<IPricing, Prices>()
            .AddSingleton<CreateCode>()
            .AddSingleton<ChangeCode>()
            .AddSingleton<EndCode>()
            .AddSingleton<ListCodes>();
    }

    /// <summary>One by one: of a list, the framework leaves out without a word what it cannot read.</summary>
    private static void Read(PricingOptions options, IConfiguration settings)
    {
        foreach (var fee in settings.GetSection($"{PricingOptions.Section}:{nameof(PricingOptions.Fees)}").GetChildren())
            options.Fees.Add(fee.Get<PlatformFee>() ?? new PlatformFee());
    }
}
