using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

public readonly record struct OrderId(Guid Value) : IId<OrderId>
{
    public static OrderId From(Guid value) => new(value);
}
