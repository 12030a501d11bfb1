using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.WaitingRoom.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>Says when an event has a waiting room, and how fast its line moves.</summary>
public sealed class SetUpRoom(Databases databases, IEvents events, TimeProvider clock)
{
    public async Task<Outcome<Done>> RunAsync(Access access, EventId id, RoomInput input, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents) || await events.FindAsync(id, cancel) is not { } of || of.OrganizationId != access.OrganizationId)
            return new NotFound("event");

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Two of the team who are the first at the same moment make one room.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({$"waiting room {id.Value}"}))", cancel);
        var known = await db.LockRoomAsync(id, cancel);
        var room = known ?? Room.Of(of);
        if (room.Plan(input.Mode, input.OpensAt?.InstantAt(of.Venue.TimeZone), input.PerMinute, clock.GetUtcNow()).Refusal is { } refusal)
            return refusal;

        if (known is null)
            db.Add(room);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
