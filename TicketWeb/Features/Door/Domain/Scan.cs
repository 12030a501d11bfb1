using TicketWeb.Features.Organizations;
using TicketWeb.Features.Tickets;

namespace TicketWeb.Features.Door.Domain;

/// <summary>Something was held before a device. All are kept, whatever the verdict.</summary>
internal sealed class Scan
{
    public required ScanId Id { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public required EventId EventId { get; init; }

    /// <summary>Null where somebody at the desk did it.</summary>
    public required DeviceId? DeviceId { get; init; }

    /// <summary>Whose account did it at the desk; null at a gate.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>Null when what was shown led to no ticket.</summary>
    public TicketId? TicketId { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>By our clock: the device's, corrected by what it got wrong when it sent this.</summary>
    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
