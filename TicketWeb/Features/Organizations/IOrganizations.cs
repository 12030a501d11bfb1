namespace TicketWeb.Features.Organizations;

/// <summary>The front door: who the organizations are and who may act for them.</summary>
public interface IOrganizations
{
    /// <summary>The organization, or null.</summary>
    Task<OrganizationProfile?> FindAsync(OrganizationId id, CancellationToken cancel);

    Task<OrganizationProfile?> FindBySlugAsync(string slug, CancellationToken cancel);

    /// <summary>The account's membership of the organization with this slug; null alike when there is none and when there is no such organization.</summary>
    Task<Membership?> FindMembershipAsync(Guid accountId, string slug, CancellationToken cancel);

    /// <summary>Everything the account belongs to, by name.</summary>
    Task<IReadOnlyList<Membership>> MembershipsOfAsync(Guid accountId, CancellationToken cancel);
}
