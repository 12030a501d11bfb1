using TicketWeb.Features.Orders;

namespace TicketWeb.Features.Events.UseCases;

internal static class LooksAhead
{
    public static string Name(IOrders orders) => orders.ToString()!;
}
