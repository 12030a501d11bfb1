using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.UseCases;

/// <summary>One of the organization's events, in any state; null when it is not there or not theirs.</summary>
public sealed class FindEvent(Databases databases, IEvents events)
{
    public async Task<EventView?> RunAsync(Access access, EventId id, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeEvents))
            return null;
        await using var db = databases.Tenant(access.OrganizationId.Value);
        return await db.Set<Event>().AnyAsync(e => e.Id == id, cancel) ? await events.FindAsync(id, cancel) : null;
    }
}
