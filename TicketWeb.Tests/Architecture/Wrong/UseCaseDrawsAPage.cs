using TicketWeb.Components;

namespace TicketWeb.Features.Orders.UseCases;

internal static class DrawsAPage
{
    public static Type Page => typeof(App);
}
