using TicketWeb.Features.Inventory.Domain;

namespace TicketWeb.Features.Orders.UseCases;

internal static class ClimbsIn
{
    public static int Left(Pool pool) => pool.Left;
}
