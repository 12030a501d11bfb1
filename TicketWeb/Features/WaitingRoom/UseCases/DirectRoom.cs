using TicketWeb.Features.Organizations;
using TicketWeb.Features.WaitingRoom.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>
/// The team's hand on a room while people wait in it. What no longer fits, because the room moved on by itself, changes nothing.
/// Every node follows within a second.
/// </summary>
public sealed class DirectRoom(Databases databases, TimeProvider clock)
{
    /// <summary>Draws now, or begins a line before there is a rush.</summary>
    public Task<Outcome<Done>> OpenAsync(Access access, EventId id, CancellationToken cancel) => ChangeAsync(access, id, (room, now) => room.Open(now), cancel);

    public Task<Outcome<Done>> PauseAsync(Access access, EventId id, CancellationToken cancel) => ChangeAsync(access, id, (room, _) => room.Pause(), cancel);

    public Task<Outcome<Done>> ResumeAsync(Access access, EventId id, CancellationToken cancel) => ChangeAsync(access, id, (room, now) => room.Resume(now), cancel);

    /// <summary>Switches the room off: nobody waits any more.</summary>
    public Task<Outcome<Done>> LetEveryoneInAsync(Access access, EventId id, CancellationToken cancel) => ChangeAsync(access, id, (room, _) => room.LetEveryoneIn(), cancel);

    private async Task<Outcome<Done>> ChangeAsync(Access access, EventId id, Action<Room, DateTimeOffset> change, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!access.May(Permission.EditEvents) || await db.LockRoomAsync(id, cancel) is not { } room)
            return new NotFound("waiting room");

        var now = clock.GetUtcNow();
        room.Tick(now);
        change(room, now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }
}
