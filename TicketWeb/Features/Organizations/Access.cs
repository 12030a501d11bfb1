using TicketWeb.Features.Organizations.Domain;

namespace TicketWeb.Features.Organizations;

/// <summary>Who acts, for which organization, and what they may do there. Every use case of the dashboard starts from one.</summary>
public sealed record Access(Guid AccountId, OrganizationId OrganizationId, Role Role)
{
    public bool May(Permission permission) => RolePresets.PermissionsOf(Role).Contains(permission);
}
