using Microsoft.Extensions.Options;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

public static class PricingFeature
{
    public static IServiceCollection AddPricing(this IServiceCollection services)
    {
        services.AddOptions<PricingOptions>().BindConfiguration(PricingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IPricing, Prices>();
    }

    private sealed class Prices(IOptions<PricingOptions> options) : IPricing
    {
        private readonly PriceList _list = new(options.Value.FeeFlat, new BasisPoints(options.Value.FeeBasisPoints));

        public Money AllIn(Money price) => price + _list.Fee(price);

        public Quote Quote(Currency currency, IReadOnlyList<CartItem> cart) => _list.Quote(currency, cart);
    }
}
