using TicketWeb.Components;

namespace TicketWeb.Api;

internal static class DrawsAPage
{
    public static Type Page => typeof(App);
}
