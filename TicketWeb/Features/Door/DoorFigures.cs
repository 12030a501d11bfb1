using TicketWeb.Features.Events;

namespace TicketWeb.Features.Door;

/// <summary>How many tickets of an event have come in. A ticket that came on several days counts once.</summary>
public sealed record DoorFigures(int Inside, IReadOnlyDictionary<TicketTypeId, int> ByType)
{
    public int Of(TicketTypeId type) => ByType.GetValueOrDefault(type);
}
