using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.UseCases;

/// <summary>The organization's venues, by name.</summary>
public sealed class ListVenues(Databases databases)
{
    public async Task<IReadOnlyList<VenueView>> RunAsync(Access access, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeEvents))
            return [];
        await using var db = databases.Tenant(access.OrganizationId.Value);
        return [.. (await db.Set<Venue>().OrderBy(v => v.Name).ToListAsync(cancel)).Select(EventReader.View)];
    }
}
