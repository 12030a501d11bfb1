using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.WaitingRoom.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>A waiting room as its team sees it: how many wait, and how fast they are called.</summary>
public sealed class ShowRoom(Databases databases)
{
    public async Task<RoomFigures> RunAsync(Access access, EventId id, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents))
            return RoomFigures.None;

        await using var db = databases.Tenant(access.OrganizationId.Value);
        return (await db.Set<Room>().SingleOrDefaultAsync(r => r.EventId == id, cancel))?.Figures ?? RoomFigures.None;
    }
}
