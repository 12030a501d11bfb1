using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

public readonly record struct RefundId(Guid Value) : IId<RefundId>
{
    public static RefundId From(Guid value) => new(value);
}
