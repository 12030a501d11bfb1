using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.UseCases;

/// <summary>Makes an event, as a draft.</summary>
public sealed class PlanEvent(Databases databases, IOrganizations organizations, TimeProvider clock)
{
    /// <returns>The new event's id.</returns>
    public async Task<Outcome<EventId>> RunAsync(Access access, EventInput input, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents) || await organizations.FindAsync(access.OrganizationId, cancel) is not { } organization)
            return new NotFound("organization");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        var venue = input.VenueId is { } id ? await db.Set<Venue>().SingleOrDefaultAsync(v => v.Id == id, cancel) : null;
        if (venue is null)
            return new InvalidInput([new InputError("venueId", "Choose a venue.")]);

        var slug = await FreeSlugAsync(Slug.From(input.Title ?? ""), cancel);
        if (!Event.Plan(access.OrganizationId, organization.Currency, venue, slug, input, clock.GetUtcNow()).IsDone(out var planned, out var refusal))
            return refusal;

        db.Add(planned);
        await db.SaveChangesAsync(cancel);
        return planned.Id;
    }

    /// <summary>Addresses are shared by all organizations, so the tenant's view is not enough to see which are free.</summary>
    private async Task<string> FreeSlugAsync(string wanted, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var taken = await db.Set<Event>().Where(e => e.Slug == wanted || e.Slug.StartsWith(wanted + "-")).Select(e => e.Slug).ToHashSetAsync(cancel);
        return taken.Contains(wanted) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{wanted}-{n}").First(s => !taken.Contains(s)) : wanted;
    }
}
