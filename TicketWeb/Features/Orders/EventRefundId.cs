using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

public readonly record struct EventRefundId(Guid Value) : IId<EventRefundId>
{
    public static EventRefundId From(Guid value) => new(value);
}
