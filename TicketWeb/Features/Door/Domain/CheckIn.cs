using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Tickets;

namespace TicketWeb.Features.Door.Domain;

/// <summary>A ticket came in on a day of its event. Ticket and day are the key: twenty devices that scan one ticket at once make one of these.</summary>
internal sealed class CheckIn
{
    public required TicketId TicketId { get; init; }

    public required DateOnly Day { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public required EventId EventId { get; init; }

    public required TicketTypeId TicketTypeId { get; init; }

    /// <summary>Null where somebody at the desk did it.</summary>
    public required DeviceId? DeviceId { get; init; }

    /// <summary>Whose account did it at the desk; null at a gate.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>The scan that made it: sent again, it is told once more that it admitted.</summary>
    public required ScanId ScanId { get; init; }

    public required string Gate { get; init; }

    public required DateTimeOffset At { get; init; }
}
