using TicketWeb.Features.Events;

namespace TicketWeb.Demo;

/// <summary>A promoter of the demo with what they put on.</summary>
internal sealed record DemoOrganization(string Name, string Email, string Person, VenueInput[] Venues, DemoEvent[] Events);
