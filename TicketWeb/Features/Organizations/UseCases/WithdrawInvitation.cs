using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Organizations.UseCases;

/// <summary>Takes an invitation back; its link is dead at once.</summary>
public sealed class WithdrawInvitation(Databases databases)
{
    public async Task<Outcome<Done>> RunAsync(Access access, InvitationId id, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (await db.RecheckAsync(access, cancel) is not { } now || !now.May(Permission.ManageMembers))
            return new NotFound("invitation");
        return await db.Set<Invitation>().Where(i => i.Id == id).ExecuteDeleteAsync(cancel) == 0 ? new NotFound("invitation") : new Done();
    }
}
