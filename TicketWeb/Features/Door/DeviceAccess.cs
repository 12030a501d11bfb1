using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Door;

/// <summary>A paired device that showed its token: it may scan for this event and nothing else.</summary>
/// <param name="Gate">Where it stands; empty when the event has one door.</param>
public sealed record DeviceAccess(DeviceId Id, OrganizationId OrganizationId, EventId EventId, string Name, string Gate);
