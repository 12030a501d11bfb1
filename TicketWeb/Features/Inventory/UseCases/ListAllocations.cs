using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>What an event's team has set aside, in the order in which it did, and what became of it.</summary>
public sealed class ListAllocations(Databases databases, TimeProvider clock)
{
    public async Task<IReadOnlyList<AllocationView>> RunAsync(Access access, EventId of, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeFigures))
            return [];

        await using var db = databases.Tenant(access.OrganizationId.Value);
        var all = await db.Set<Allocation>().Where(a => a.EventId == of).OrderBy(a => a.Id).ToListAsync(cancel);
        var taken = await db.TakenAsync([.. all.Select(a => a.Id)], cancel);
        return [.. all.Select(a => new AllocationView(a.Id, a.Name, a.EndsAt, !a.LastsAt(clock.GetUtcNow()), [.. a.Items.OrderBy(i => i.TicketTypeId.Value).Select(i => View(a, i))]))];

        AllocatedType View(Allocation a, AllocationItem i)
        {
            var (reserved, sold) = taken.GetValueOrDefault((a.Id, i.TicketTypeId));
            return new AllocatedType(i.TicketTypeId, i.Held, reserved, sold);
        }
    }
}
