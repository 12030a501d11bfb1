using TicketWeb.Features.Organizations.Domain;

namespace TicketWeb.Features.Organizations;

/// <summary>Who acts, for which organization, and what they may do there. Every use case of the dashboard starts from one.</summary>
public sealed record Access(Guid AccountId, OrganizationId OrganizationId, Role Role)
{
    /// <summary>Whether they may give this role, or take it: owners are made and unmade by owners.</summary>
    public bool MayDecideAbout(Role role) => May(Permission.ManageMembers) && (role != Role.Owner || Role == Role.Owner);

    public bool May(Permission permission) => RolePresets.PermissionsOf(Role).Contains(permission);
}
