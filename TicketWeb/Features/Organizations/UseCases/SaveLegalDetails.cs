using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Organizations.UseCases;

/// <summary>Says who the organization is by law, for its invoices.</summary>
public sealed class SaveLegalDetails(Databases databases)
{
    public async Task<Outcome<Done>> RunAsync(Access access, string? name, string? address, string? taxId, CancellationToken cancel)
    {
        if (!access.May(Permission.EditOrganization))
            return new NotFound("organization");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        var organization = await db.Set<Organization>().AsTracking().SingleAsync(o => o.Id == access.OrganizationId, cancel);
        if (organization.Identify(name, address, taxId).Refusal is { } refusal)
            return refusal;

        await db.SaveChangesAsync(cancel);
        return new Done();
    }
}
