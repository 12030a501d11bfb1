using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>How the organization's account at the payment company stands. One that is not ready is asked about, for somebody may just have answered.</summary>
public sealed class ShowPayouts(Databases databases, FollowAccount follow)
{
    public async Task<Outcome<PayoutsView>> RunAsync(Access access, CancellationToken cancel)
    {
        if (!access.May(Permission.EditOrganization))
            return new NotFound("organization");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        return await db.Set<PayoutAccount>().SingleOrDefaultAsync(cancel) switch
        {
            null => new PayoutsView(null),
            { PaysOut: true } ready => new PayoutsView(ready.Tell()),
            _ => new PayoutsView(await follow.RunAsync(access.OrganizationId, cancel)),
        };
    }
}
