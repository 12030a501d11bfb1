using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

public readonly record struct DisputeId(Guid Value) : IId<DisputeId>
{
    public static DisputeId From(Guid value) => new(value);
}
