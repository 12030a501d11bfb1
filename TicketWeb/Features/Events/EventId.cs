using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

public readonly record struct EventId(Guid Value) : IId<EventId>
{
    public static EventId From(Guid value) => new(value);
}
