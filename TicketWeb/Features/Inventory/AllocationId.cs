using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

public readonly record struct AllocationId(Guid Value) : IId<AllocationId>
{
    public static AllocationId From(Guid value) => new(value);
}
