using TicketWeb.Features.Orders;

namespace TicketWeb.Kernel;

internal static class KnowsAFeature
{
    public static OrderId None => default;
}
