using System.Security.Cryptography;

namespace TicketWeb.Features.WaitingRoom.Domain;

/// <summary>A line of people as a handful of numbers. However long it gets, it takes no more room than that.</summary>
internal sealed class Line
{
    /// <summary>How long a turn lasts at least.</summary>
    private const int MinutesOfATurn = 10;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MostToCatchUp = TimeSpan.FromSeconds(2);

    /// <summary>Which of the event's lines this is. Places of an earlier one are worth nothing here.</summary>
    public int Round { get; private set; }

    /// <summary>How many have come; the number of the next.</summary>
    public int Joined { get; private set; }

    /// <summary>How many of them take part in the draw; 0 before it.</summary>
    public int Early { get; private set; }

    /// <summary>Made at the draw and not a moment sooner; null before it.</summary>
    public byte[]? Seed { get; private set; }

    /// <summary>The places below are called.</summary>
    public int Called { get; private set; }

    /// <summary>Up to when calls have been reckoned.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary><see cref="Called"/> as it was at each of the last minutes, the oldest first.</summary>
    public int[] Marks { get; private set; } = [];

    public DateTimeOffset MarkedAt { get; private set; }

    public int Waiting => Joined - Called;

    /// <summary>The turn of the places below has passed: they had been called when the oldest mark was made.</summary>
    public int Lapsed => Marks.Length > MinutesOfATurn ? Marks[0] : 0;

    public void Restart(DateTimeOffset now)
    {
        (Round, Joined, Early, Seed, Called) = (Round + 1, 0, 0, null, 0);
        (Since, Marks, MarkedAt) = (now, [], now);
    }

    /// <returns>The first of as many numbers.</returns>
    public int Join(int count)
    {
        var first = Joined;
        Joined += count;
        return first;
    }

    /// <summary>Shuffles all who are here. Those who come from now on stand behind them, in the order in which they come.</summary>
    public void Draw(DateTimeOffset now)
    {
        (Early, Seed) = (Joined, RandomNumberGenerator.GetBytes(32));
        (Since, MarkedAt) = (now, now);
    }

    /// <summary>Reckons from now on: what stood still is not made up for.</summary>
    public void Rest(DateTimeOffset now) => Since = now;

    /// <summary>Calls as many as are due since the last time.</summary>
    public void Call(int perMinute, DateTimeOffset now)
    {
        var each = Minute / perMinute;
        // A node that was away a while must not let in at once all who would have come meanwhile.
        Since = Later(Since, now - (each > MostToCatchUp ? each : MostToCatchUp));
        // Nor does one whose clock is behind take anything back.
        var calls = Math.Clamp((int)((now - Since).Ticks / each.Ticks), 0, Waiting);
        Called += calls;
        // A line with nobody in it saves up one call, so that who comes next goes straight through.
        Since = Later(Since + (calls * each), now - each);
    }

    /// <summary>Notes once a minute how far it got.</summary>
    public void Mark(DateTimeOffset now)
    {
        if (now - MarkedAt < Minute)
            return;
        Marks = [.. Marks.TakeLast(MinutesOfATurn), Called];
        MarkedAt = now;
    }

    /// <summary>Where a number stands: drawn for those who came early, as it is for all others.</summary>
    public int PlaceOf(int number) => number < Early ? new Draw(Seed!, Early).PlaceOf(number) : number;

    /// <summary>When the turn of a place that is called will have passed.</summary>
    public DateTimeOffset Until(int place) => MarkedAt + ((MinutesOfATurn + 1 - Marks.Count(called => called > place)) * Minute);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
