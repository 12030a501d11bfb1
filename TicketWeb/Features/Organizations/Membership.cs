namespace TicketWeb.Features.Organizations;

/// <summary>An organization someone works for, with what they may do there.</summary>
public sealed record Membership(Access Access, OrganizationProfile Organization);
