using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.WaitingRoom.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>
/// What this node knows of the rooms that somebody asks about: at most a second old, so that nobody who asks costs a query. Looking again
/// is also what moves a room: any node may do it, the row's lock decides which.
/// </summary>
public sealed class RoomBoard(Databases databases, IInventory inventory, TimeProvider clock)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Watch> _watched = new(StringComparer.Ordinal);

    internal async ValueTask<RoomNow> FindAsync(string slug, CancellationToken cancel)
    {
        var watch = Asked(slug);
        return watch.Seen ?? await watch.FirstAsync(() => LookAsync(slug, CancellationToken.None)).WaitAsync(cancel);
    }

    /// <summary>The room as the database has it this moment.</summary>
    internal async Task<RoomNow> LookAsync(string slug, CancellationToken cancel)
    {
        var watch = Asked(slug);
        await RefreshAsync(new() { [slug] = watch }, cancel);
        return watch.Seen!;
    }

    /// <summary>A buyer has come. It is told to the room with the next look.</summary>
    internal void NoteBuyer(string slug) => Interlocked.Increment(ref Asked(slug).Came);

    /// <summary>The checkout could not keep up. It is told to the room with the next look.</summary>
    internal void NoteBusy(string slug) => Asked(slug).Busy = true;

    /// <summary>
    /// Looks again at all rooms in which something happens or that were asked about lately, and forgets the rest: that an event has none is
    /// known for a second only.
    /// </summary>
    internal async Task RefreshAsync(CancellationToken cancel)
    {
        var old = (clock.GetUtcNow() - Forgotten).UtcTicks;
        foreach (var watched in _watched.Where(w => w.Value.Seen?.Room is null || Volatile.Read(ref w.Value.AskedAt) < old))
            _watched.TryRemove(watched);
        await RefreshAsync(new(_watched), cancel, allThatMove: true);
    }

    private async Task RefreshAsync(Dictionary<string, Watch> watches, CancellationToken cancel, bool allThatMove = false)
    {
        var now = clock.GetUtcNow();
        var soon = now + Room.Gathering;
        await using var db = databases.Service();
        var rooms = await db.Set<Room>().Where(r => watches.Keys.Contains(r.Slug) || (allThatMove && (r.State != RoomState.Idle || r.OpensAt <= soon)))
            .ToDictionaryAsync(r => r.Slug, cancel);
        var news = watches.ToDictionary(w => w.Key, w => w.Value.TakeNews());
        var due = rooms.Values.Where(r => r.Moves(now) || (r.Mode == RoomMode.Automatic && news.GetValueOrDefault(r.Slug) != default)).Select(r => r.Slug).ToArray();
        foreach (var moved in due.Length == 0 ? [] : await MoveAsync(db, due, news, now, cancel))
            rooms[moved.Slug] = moved;

        var open = rooms.Values.Where(r => r.State != RoomState.Idle).Select(r => r.EventId).ToList();
        var stock = (open.Count == 0 ? [] : await inventory.AvailabilityAsync(open, cancel)).ToLookup(a => a.EventId, a => a.Left);
        foreach (var (slug, watch) in watches)
            watch.Seen = rooms.TryGetValue(slug, out var room) ? new RoomNow(room, stock.Contains(room.EventId) && stock[room.EventId].Max() <= 0) : new RoomNow(null, false);
    }

    private static async Task<List<Room>> MoveAsync(
        TicketDb db, string[] due, Dictionary<string, (int Came, bool Busy)> news, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var rooms = await db.LockRoomsAsync(due, cancel);
        foreach (var room in rooms)
        {
            room.Tick(now);
            var (came, busy) = news.GetValueOrDefault(room.Slug);
            room.Note(came, busy, now);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return rooms;
    }

    private Watch Asked(string slug)
    {
        var watch = _watched.GetOrAdd(slug, _ => new Watch());
        Volatile.Write(ref watch.AskedAt, clock.GetUtcNow().UtcTicks);
        return watch;
    }

    private sealed class Watch
    {
        public int Came;
        public bool Busy;
        public long AskedAt;

        private Task<RoomNow>? _first;

        public RoomNow? Seen { get; set; }

        /// <summary>The first look, in which all who come before it is over have a part; one that failed is no look.</summary>
        public Task<RoomNow> FirstAsync(Func<Task<RoomNow>> look)
        {
            lock (this)
                return _first is null or { IsFaulted: true } ? _first = look() : _first;
        }

        public (int Came, bool Busy) TakeNews() => (Interlocked.Exchange(ref Came, 0), Interlocked.Exchange(ref Busy, false));
    }
}
