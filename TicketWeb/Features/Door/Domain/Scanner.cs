using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Door.Domain;

/// <summary>Who looks at a ticket: a device at a gate, or somebody of the team at the desk.</summary>
/// <param name="Device">Null at the desk.</param>
/// <param name="Person">Whose account; null at a gate.</param>
internal sealed record Scanner(DeviceId? Device, Guid? Person, OrganizationId OrganizationId, EventId EventId, string Gate);
