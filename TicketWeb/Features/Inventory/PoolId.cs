using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

public readonly record struct PoolId(Guid Value) : IId<PoolId>
{
    public static PoolId From(Guid value) => new(value);
}
