using Radzen.Blazor;

namespace TicketWeb.Components.Dashboard;

internal static class WearsNoStyles
{
    public static Type Button => typeof(RadzenButton);
}
