using TicketWeb.Features.Orders.Domain;

namespace TicketWeb.Api;

internal static class ReachesADomain
{
    public static string Number(Order order) => order.Number;
}
