using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Organizations.UseCases;

/// <summary>Gives a member another role; their next request acts under it.</summary>
public sealed class ChangeRole(Databases databases, Facts facts)
{
    public async Task<Outcome<Done>> RunAsync(Access access, MemberId id, Role role, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockTeamAsync(access.OrganizationId, cancel);

        var now = await db.RecheckAsync(access, cancel);
        var member = await db.Set<Member>().AsTracking().SingleOrDefaultAsync(m => m.Id == id, cancel);
        if (now is null || !now.May(Permission.ManageMembers) || member is null)
            return new NotFound("member");
        if (!now.MayDecideAbout(member.Role) || !now.MayDecideAbout(role))
            return new OwnersOnly();
        if (role != Role.Owner && await db.KeepAnOwnerAsync(member, cancel) is { } refusal)
            return refusal;

        var before = member.Role;
        member.Become(role);
        await facts.RecordAsync(db, access.OrganizationId.Value, new MemberRoleChanged(access.OrganizationId.Value, member.AccountId, before, role, access.AccountId), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
