using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.WaitingRoom.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>
/// How this feature's use cases find a room that they mean to change: locked until the transaction ends, and read after that. In one query
/// EF would take half of the row from before the lock.
/// </summary>
internal static class RoomBook
{
    public static async Task<Room?> LockRoomAsync(this TicketDb db, EventId of, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select from waiting.rooms where event_id = {of.Value} for update", cancel);
        return await db.Set<Room>().AsTracking().SingleOrDefaultAsync(r => r.EventId == of, cancel);
    }

    /// <summary>By the addresses of their events, and in the order of these, so that nobody waits in a circle.</summary>
    public static async Task<List<Room>> LockRoomsAsync(this TicketDb db, string[] slugs, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select from waiting.rooms where slug = any({slugs}) order by slug for update", cancel);
        return await db.Set<Room>().AsTracking().Where(r => slugs.Contains(r.Slug)).ToListAsync(cancel);
    }
}
