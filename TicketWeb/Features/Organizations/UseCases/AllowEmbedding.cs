using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Organizations.UseCases;

/// <summary>Sets the list of sites that may show the organization's widget.</summary>
public sealed class AllowEmbedding(Databases databases)
{
    public async Task<Outcome<Done>> RunAsync(Access access, IReadOnlyList<string> origins, CancellationToken cancel)
    {
        if (!access.May(Permission.EditOrganization))
            return new NotFound("organization");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        var organization = await db.Set<Organization>().AsTracking().SingleAsync(o => o.Id == access.OrganizationId, cancel);
        if (organization.AllowEmbedding(origins).Refusal is { } refusal)
            return refusal;

        await db.SaveChangesAsync(cancel);
        return new Done();
    }
}
