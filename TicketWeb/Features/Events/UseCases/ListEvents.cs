using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.UseCases;

/// <summary>The organization's events in every state, the next one first, then those that are over.</summary>
public sealed class ListEvents(Databases databases, TimeProvider clock)
{
    public async Task<IReadOnlyList<EventListing>> RunAsync(Access access, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeEvents))
            return [];

        var now = clock.GetUtcNow();
        await using var db = databases.Tenant(access.OrganizationId.Value);
        var rows = await db.Set<Event>().Join(db.Set<Venue>(), e => e.VenueId, v => v.Id, (e, v) => new { Event = e, Venue = v })
            .OrderBy(r => r.Event.EndsAt <= now).ThenBy(r => r.Event.StartsAt).ThenBy(r => r.Event.Id).ToListAsync(cancel);
        var types = (await db.Set<TicketType>().Where(t => !t.IsAddOn).ToListAsync(cancel)).ToLookup(t => t.EventId);
        return [.. rows.Select(r => SearchEvents.Listing(r.Event, r.Venue, [.. types[r.Event.Id]], now))];
    }
}
