using System.Collections.Concurrent;
using TicketWeb.Features.WaitingRoom.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>Gives a visitor a place, who keeps it sealed. On our side the room only counts one more.</summary>
public sealed class TakePlace(Databases databases, FindTurn find, PlaceTokens tokens, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, Entrance> _entrances = new(StringComparer.Ordinal);

    /// <param name="token">What they hold already: a place that is still good is kept.</param>
    /// <param name="used">The place they hold has started an order.</param>
    /// <returns>The place to keep; null when there is no room in the way.</returns>
    public async Task<string?> RunAsync(string slug, string? token, bool used, CancellationToken cancel)
    {
        var turn = await find.RunAsync(slug, token, cancel);
        if (turn.Standing == Standing.Free)
            return null;
        if (turn.HasPlace && !used)
            return token;

        var lost = used ? LostPlace.Used : turn.Standing == Standing.Missed ? LostPlace.Missed : turn.Lost;
        var entrance = _entrances.GetOrAdd(slug, _ => new Entrance());
        return await entrance.ComeInAsync(count => CountAsync(slug, count), cancel) is { } got
            ? tokens.Seal(new Place(got.EventId, got.Round, got.Number, Id.New<AdmissionId>(), lost))
            : null;
    }

    public void Dispose()
    {
        foreach (var entrance in _entrances.Values)
            entrance.Dispose();
    }

    /// <summary>For all who came together: none of them takes the others along by giving up.</summary>
    private async Task<Numbered?> CountAsync(string slug, int count)
    {
        var cancel = CancellationToken.None;
        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var room = (await db.LockRoomsAsync([slug], cancel)).SingleOrDefault();
        room?.Tick(clock.GetUtcNow());
        var got = room is null or { State: RoomState.Idle } ? null : new Numbered(room.EventId, room.Line.Round, room.Line.Join(count));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return got;
    }
}
