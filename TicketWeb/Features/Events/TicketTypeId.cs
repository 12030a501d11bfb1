using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

public readonly record struct TicketTypeId(Guid Value) : IId<TicketTypeId>
{
    public static TicketTypeId From(Guid value) => new(value);
}
