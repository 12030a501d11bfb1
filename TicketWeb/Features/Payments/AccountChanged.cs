using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>The gateway let us know that something changed about an organization's account.</summary>
public sealed record AccountChanged(Guid OrganizationId) : IFact;
