using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Organizations.UseCases;

/// <summary>What the use cases of the team share.</summary>
internal static class TeamRules
{
    /// <summary>Lets one change of a team happen at a time: two owners who remove each other at once must not both succeed.</summary>
    public static Task LockTeamAsync(this TicketDb db, OrganizationId organization, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select from organizations.organizations where organization_id = {organization.Value} for update", cancel);

    /// <summary>
    /// The role the person has at this moment, rather than what their page was drawn with: someone who was removed a
    /// second ago changes nothing any more.
    /// </summary>
    public static async Task<Access?> RecheckAsync(this TicketDb db, Access access, CancellationToken cancel) =>
        await db.Set<Member>().SingleOrDefaultAsync(m => m.AccountId == access.AccountId, cancel) is { } member ? access with { Role = member.Role } : null;

    /// <summary>Null unless this would leave nobody in charge.</summary>
    public static async Task<Refusal?> KeepAnOwnerAsync(this TicketDb db, Member leaving, CancellationToken cancel) =>
        leaving.Role == Role.Owner && !await db.Set<Member>().AnyAsync(m => m.Role == Role.Owner && m.Id != leaving.Id, cancel) ? new LastOwner() : null;
}
