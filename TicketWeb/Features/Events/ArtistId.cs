using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

public readonly record struct ArtistId(Guid Value) : IId<ArtistId>
{
    public static ArtistId From(Guid value) => new(value);
}
