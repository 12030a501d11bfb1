using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Organizations.UseCases;

/// <summary>Shows the team to those who look after it.</summary>
public sealed class ListMembers(Databases databases)
{
    public async Task<Outcome<Team>> RunAsync(Access access, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (await db.RecheckAsync(access, cancel) is not { } now || !now.May(Permission.ManageMembers))
            return new NotFound("team");

        var members = await db.Set<Member>().ToListAsync(cancel);
        var invitations = await db.Set<Invitation>().OrderBy(i => i.Email)
            .Select(i => new InvitationRow(i.Id, i.Email, i.Role, i.SentAt, i.ExpiresAt)).ToListAsync(cancel);

        // Accounts belong to no organization, so the tenant's door does not show them.
        var ids = members.Select(m => m.AccountId).ToList();
        await using var everybody = databases.Service();
        var accounts = await everybody.Set<Account>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName, a.Email }).ToDictionaryAsync(a => a.Id, cancel);
        return new Team(
            [.. members.Select(m => new MemberRow(m.Id, m.AccountId, accounts[m.AccountId].DisplayName, accounts[m.AccountId].Email ?? "", m.Role, m.JoinedAt))
                .OrderBy(m => m.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(m => m.Email, StringComparer.Ordinal)],
            invitations);
    }
}
