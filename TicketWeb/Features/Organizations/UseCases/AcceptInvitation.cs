using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Organizations.UseCases;

/// <summary>Joins the team. The invitation is used up by it.</summary>
public sealed class AcceptInvitation(Databases databases, Facts facts, TimeProvider clock)
{
    /// <returns>The organization's slug.</returns>
    public async Task<Outcome<string>> RunAsync(Guid accountId, string? secret, CancellationToken cancel)
    {
        var hash = new InvitationSecret(secret ?? "").Hash;
        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Two clicks are one yes: the second waits here and finds the invitation gone.
        var invitation = await db.Set<Invitation>().FromSql($"select * from organizations.invitations where secret_hash = {hash} for update").AsTracking().SingleOrDefaultAsync(cancel);
        if (invitation is null)
            return new InvitationExpired();

        var account = await db.Set<Account>().SingleAsync(a => a.Id == accountId, cancel);
        if (!invitation.Accept(accountId, account.Email ?? "", clock.GetUtcNow()).IsDone(out var member, out var refusal))
            return refusal;

        db.Remove(invitation);
        if (!await db.Set<Member>().AnyAsync(m => m.OrganizationId == invitation.OrganizationId && m.AccountId == accountId, cancel))
        {
            db.Add(member);
            await facts.RecordAsync(db, invitation.OrganizationId.Value, new MemberJoined(invitation.OrganizationId.Value, accountId, member.Role), cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return await db.Set<Organization>().Where(o => o.Id == invitation.OrganizationId).Select(o => o.Slug).SingleAsync(cancel);
    }
}
