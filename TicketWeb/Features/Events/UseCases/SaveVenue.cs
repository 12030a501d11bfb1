using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.UseCases;

/// <summary>Adds a venue, or changes one.</summary>
public sealed class SaveVenue(Databases databases)
{
    /// <param name="id">The venue to change, or null for a new one.</param>
    public async Task<Outcome<VenueId>> RunAsync(Access access, VenueId? id, VenueInput input, CancellationToken cancel)
    {
        if (!access.May(Permission.EditVenues))
            return new NotFound("venue");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        var known = id is null ? null : await db.Set<Venue>().AsTracking().SingleOrDefaultAsync(v => v.Id == id, cancel);
        if (id is not null && known is null)
            return new NotFound("venue");

        var outcome = known is null ? Venue.Open(access.OrganizationId, input) : known.Change(input);
        if (!outcome.IsDone(out var venue, out var refusal))
            return refusal;
        if (known is null)
            db.Add(venue);
        await db.SaveChangesAsync(cancel);
        return venue.Id;
    }
}
