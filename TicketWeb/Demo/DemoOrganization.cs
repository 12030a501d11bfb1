using TicketWeb.Features.Events;

namespace TicketWeb.Demo;

/// <summary>A promoter of the demo with what they put on.</summary>
/// <param name="Desk">The address of who sells at their box office; null where nobody does.</param>
internal sealed record DemoOrganization(string Name, string Email, string Person, VenueInput[] Venues, DemoEvent[] Events, string? Desk = null);
