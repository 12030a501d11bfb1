using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

public readonly record struct OrderRefundId(Guid Value) : IId<OrderRefundId>
{
    public static OrderRefundId From(Guid value) => new(value);
}
