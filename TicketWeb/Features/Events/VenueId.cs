using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

public readonly record struct VenueId(Guid Value) : IId<VenueId>
{
    public static VenueId From(Guid value) => new(value);
}
