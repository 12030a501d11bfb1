using TicketWeb.Features.Orders;

namespace TicketWeb.Platform;

internal static class KnowsAFeature
{
    public static OrderId None => default;
}
