namespace TicketWeb.Platform.Live;

public static class LiveUpdates
{
    public static IServiceCollection AddLiveUpdates(this IServiceCollection services)
    {
        services.AddSignalR();
        return services.AddSingleton<LiveSignal>().AddHostedService<LiveListener>();
    }

    public static void MapLiveUpdates(this IEndpointRouteBuilder app) => app.MapHub<LiveHub>("/live");
}
