namespace TicketWeb.Components.Checkout;

public static class CheckoutSetup
{
    public static IServiceCollection AddCheckout(this IServiceCollection services) => services.AddSingleton<TypedCodes>().AddSingleton<CheckoutScreens>().AddSingleton<Turnstile>();
}
