using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Organizations.UseCases;

/// <summary>Takes someone off the team; their next request is refused. Everybody may take themselves off.</summary>
public sealed class RemoveMember(Databases databases, Facts facts)
{
    public async Task<Outcome<Done>> RunAsync(Access access, MemberId id, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockTeamAsync(access.OrganizationId, cancel);

        var now = await db.RecheckAsync(access, cancel);
        var member = await db.Set<Member>().AsTracking().SingleOrDefaultAsync(m => m.Id == id, cancel);
        if (now is null || member is null)
            return new NotFound("member");
        if (member.AccountId != access.AccountId)
        {
            if (!now.May(Permission.ManageMembers))
                return new NotFound("member");
            if (!now.MayDecideAbout(member.Role))
                return new OwnersOnly();
        }

        if (await db.KeepAnOwnerAsync(member, cancel) is { } refusal)
            return refusal;

        db.Remove(member);
        await facts.RecordAsync(db, access.OrganizationId.Value, new MemberRemoved(access.OrganizationId.Value, member.AccountId, access.AccountId), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
