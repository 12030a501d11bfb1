using Radzen;
using TicketWeb.Components.Dashboard.Events;
using TicketWeb.Components.Dashboard.Frame;
using TicketWeb.Platform.Files;

namespace TicketWeb.Components.Dashboard;

/// <summary>What the dashboard needs beside the pages: circuits that outlive a lift ride, and its components' services.</summary>
public static class DashboardSetup
{
    // The longest event description, in a script of four bytes a letter, with room to spare.
    private const int MostMessageBytes = 128 * 1024;
    private const int MostDisconnected = 200;

    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(5);
            circuits.DisconnectedCircuitMaxRetained = MostDisconnected;
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = MostMessageBytes);
        services.AddRadzenComponents();
        services.AddMemoryCache();
        return services.AddSingleton<ImageIntake>().AddScoped<Handover>().AddSingleton<EventFiguresReader>();
    }
}
