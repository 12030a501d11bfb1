using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Organizations.UseCases;

/// <summary>Shows an invitation to whoever holds its link.</summary>
public sealed class FindInvitation(Databases databases, TimeProvider clock)
{
    public async Task<Outcome<InvitationView>> RunAsync(string? secret, CancellationToken cancel)
    {
        var hash = new InvitationSecret(secret ?? "").Hash;
        await using var db = databases.Service();
        var found = await (
            from invitation in db.Set<Invitation>()
            join organization in db.Set<Organization>() on invitation.OrganizationId equals organization.Id
            where invitation.SecretHash == hash
            select new InvitationView(organization.Name, invitation.Email, invitation.Role, invitation.ExpiresAt)).SingleOrDefaultAsync(cancel);
        return found is null || clock.GetUtcNow() > found.ExpiresAt ? new InvitationExpired() : found;
    }
}
