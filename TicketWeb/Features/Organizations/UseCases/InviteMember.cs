using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Organizations.UseCases;

/// <summary>Asks someone onto the team by mail. Asking again sends a new link and ends the old one.</summary>
public sealed class InviteMember(Databases databases, IOrganizations organizations, IInvitationLetters letters, MailAllowance allowance, PublicLinks links, TimeProvider clock)
{
    public async Task<Outcome<InvitationId>> RunAsync(Access access, string? email, Role role, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (await db.RecheckAsync(access, cancel) is not { } now || !now.May(Permission.ManageMembers))
            return new NotFound("team");
        if (!EmailAddress.TryParse(email, out var address))
            return new InvalidInput([new InputError("email", "Enter an e-mail address like name@example.org.")]);
        if (!now.MayDecideAbout(role))
            return new OwnersOnly();

        var key = address.Value.ToUpperInvariant();
        var inviter = await FindAccountAsync(a => a.Id == access.AccountId, cancel);
        var known = await FindAccountAsync(a => a.NormalizedEmail == key, cancel);
        if (known is not null && await db.Set<Member>().AnyAsync(m => m.AccountId == known.Id, cancel))
            return new AlreadyMember();
        if (!allowance.TryTake(address))
            return new InvitedTooOften();

        var wanted = Invitation.Normalize(address.Value);
        var invitation = await db.Set<Invitation>().AsTracking().SingleOrDefaultAsync(i => i.Email == wanted, cancel);
        if (invitation is null)
            db.Add(invitation = Invitation.To(address, access.OrganizationId));

        var secret = InvitationSecret.New();
        invitation.Send(role, secret, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);

        var organization = await organizations.FindAsync(access.OrganizationId, cancel);
        var link = links.To("/account/invitation", ("secret", secret.Text));
        await letters.InviteAsync(address, organization!, inviter!.DisplayName, role, link, invitation.ExpiresAt, cancel);
        return invitation.Id;
    }

    private async Task<Account?> FindAccountAsync(Expression<Func<Account, bool>> which, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Account>().SingleOrDefaultAsync(which, cancel);
    }
}
