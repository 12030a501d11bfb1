using TicketWeb.Kernel;

namespace TicketWeb.Features.Tickets;

public readonly record struct TicketId(Guid Value) : IId<TicketId>
{
    public static TicketId From(Guid value) => new(value);
}
