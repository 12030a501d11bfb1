using TicketWeb.Features.Pricing.UseCases;

namespace TicketWeb.Features.Pricing;

public static class PricingFeature
{
    public static IServiceCollection AddPricing(this IServiceCollection services)
    {
        services.AddOptions<PricingOptions>().BindConfiguration(PricingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IPricing, Prices>()
            .AddSingleton<CreateCode>()
            .AddSingleton<ChangeCode>()
            .AddSingleton<EndCode>()
            .AddSingleton<ListCodes>();
    }
}
