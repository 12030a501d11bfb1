using TicketWeb.Features.Organizations;

namespace TicketWeb.Tests.Support;

/// <summary>An organization that a test made, with the rights of its owner.</summary>
public sealed record MadeOrganization(IServiceProvider Services, Access Access, OrganizationProfile Profile);
