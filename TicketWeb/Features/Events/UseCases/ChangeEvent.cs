using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.UseCases;

/// <summary>Changes what an event says about itself. Its address and its stock stay as they are.</summary>
public sealed class ChangeEvent(Databases databases)
{
    public async Task<Outcome<Done>> RunAsync(Access access, EventId id, EventInput input, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (!access.May(Permission.EditEvents) || await db.Set<Event>().AsTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } changed)
            return new NotFound("event");
        var venue = input.VenueId is { } venueId ? await db.Set<Venue>().SingleOrDefaultAsync(v => v.Id == venueId, cancel) : null;
        if (venue is null)
            return new InvalidInput([new InputError("venueId", "Choose a venue.")]);
        if (changed.Change(venue, input).Refusal is { } refusal)
            return refusal;

        await db.SaveChangesAsync(cancel);
        return new Done();
    }
}
