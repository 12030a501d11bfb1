namespace TicketWeb.Components.Storefront;

public static class StorefrontFeature
{
    public static IServiceCollection AddStorefront(this IServiceCollection services) => services
        .AddSingleton<EventCards>()
        .AddSingleton<TicketRows>();
}
