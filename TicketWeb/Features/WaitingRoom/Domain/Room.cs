using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.WaitingRoom.Domain;

/// <summary>An event's waiting room: when there is one, and the line in it. One row, however many wait.</summary>
internal sealed class Room
{
    /// <summary>How long before the draw places are given out.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromHours(1);

    private const int MostPerMinute = 100_000;

    private static readonly TimeSpan QuietBeforeClosing = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RushIsCountedOver = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BreathWhenBusy = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostOften = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan MostSeldom = TimeSpan.FromSeconds(30);

    private Room()
    {
    }

    public EventId EventId { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    /// <summary>The event's address, by which it is asked for. It never changes.</summary>
    public string Slug { get; private init; } = "";

    public RoomMode Mode { get; private set; }

    /// <summary>When the draw is; null when there is none to come.</summary>
    public DateTimeOffset? OpensAt { get; private set; }

    /// <summary>How many are called a minute. More than that is a rush.</summary>
    public int PerMinute { get; private set; } = RoomFigures.None.PerMinute;

    public RoomState State { get; private set; }

    public Line Line { get; private init; } = new();

    /// <summary>The checkout could not keep up: nobody is called before this moment.</summary>
    public DateTimeOffset BusyUntil { get; private set; }

    /// <summary>How many have come since <see cref="RushSince"/> while nobody had to wait.</summary>
    public int Rush { get; private set; }

    public DateTimeOffset RushSince { get; private set; }

    /// <summary>Since when everybody who comes is called at once.</summary>
    public DateTimeOffset QuietSince { get; private set; }

    public RoomFigures Figures => new(Mode, State, OpensAt, PerMinute, Line.Waiting, Line.Called, Line.Called - Line.Lapsed);

    private DateTimeOffset? GathersFrom => OpensAt - Gathering;

    public static Room Of(EventView of) => new() { EventId = of.Id, OrganizationId = of.OrganizationId, Slug = of.Slug };

    public Outcome<Done> Plan(RoomMode? mode, DateTimeOffset? opensAt, int? perMinute, DateTimeOffset now)
    {
        var errors = new InputErrors();
        errors.Require(mode is not null, "mode", "Choose when there is a waiting room.");
        errors.Require(perMinute is >= 1 and <= MostPerMinute, "perMinute", $"The number of buyers a minute must be between 1 and {MostPerMinute:N0}.");
        if (mode == RoomMode.Scheduled)
            errors.Require(opensAt > now, "opensAt", opensAt is null ? "Say when sales open." : "This moment has passed. Choose one to come.");
        if (!errors.None)
            return errors.ToRefusal();

        (Mode, OpensAt, PerMinute) = (mode!.Value, mode == RoomMode.Scheduled ? opensAt : null, perMinute!.Value);
        // Who waits for a draw that will not be, or for nothing at all any more, need not wait.
        if (Mode == RoomMode.Off || (Mode == RoomMode.Automatic && State == RoomState.Gathering))
            State = RoomState.Idle;
        return new Done();
    }

    /// <summary>True when <see cref="Tick"/> may have something to do.</summary>
    public bool Moves(DateTimeOffset now) => State is RoomState.Calling or RoomState.Paused || GathersFrom <= now;

    /// <summary>Brings the room to now: gathers, draws, calls, closes. Told too often, it does nothing; told late, it does not catch up.</summary>
    public void Tick(DateTimeOffset now)
    {
        if (State == RoomState.Idle && GathersFrom <= now)
        {
            Line.Restart(now);
            State = RoomState.Gathering;
        }

        // A line that is there already when the moment comes goes on as it is.
        if (OpensAt <= now)
            Open(now);
        if (State == RoomState.Calling)
            Call(now);
        if (State is RoomState.Calling or RoomState.Paused)
            Line.Mark(now);
    }

    /// <summary>Starts calling: with the draw for those who have gathered, else with an empty line.</summary>
    public void Open(DateTimeOffset now)
    {
        if (Mode == RoomMode.Off)
            return;
        (Mode, OpensAt) = (RoomMode.Automatic, null);
        if (State == RoomState.Idle)
            Line.Restart(now);
        if (State == RoomState.Gathering)
            Line.Draw(now);
        if (State is RoomState.Idle or RoomState.Gathering)
            (State, QuietSince) = (RoomState.Calling, now);
    }

    public void Pause()
    {
        if (State == RoomState.Calling)
            State = RoomState.Paused;
    }

    public void Resume(DateTimeOffset now)
    {
        if (State != RoomState.Paused)
            return;
        (State, QuietSince) = (RoomState.Calling, now);
        Line.Rest(now);
    }

    public void LetEveryoneIn() => (Mode, OpensAt, State) = (RoomMode.Off, null, RoomState.Idle);

    /// <summary>Takes down how many came to buy, and whether the checkout kept up: enough of the one or a failure of the other opens the room.</summary>
    public void Note(int came, bool busy, DateTimeOffset now)
    {
        if (busy)
            BusyUntil = now + BreathWhenBusy;
        if (Mode != RoomMode.Automatic || State != RoomState.Idle)
            return;

        if (now - RushSince >= RushIsCountedOver)
            (Rush, RushSince) = (0, now);
        Rush += came;
        if (busy || Rush > PerMinute * (RushIsCountedOver / TimeSpan.FromMinutes(1)))
            Open(now);
    }

    /// <summary>How somebody stands: with their place, or with none.</summary>
    public Turn TurnOf(Place? place, DateTimeOffset now)
    {
        if (State == RoomState.Idle)
            return new Turn(Standing.Free) { OpensAt = OpensAt };
        if (place is null)
            return Behind(Line.Joined, Standing.Outside, now);
        if (place.Round < Line.Round)
            return Behind(Line.Joined, Standing.Missed, now);
        if (State == RoomState.Gathering)
            return Behind(Line.Joined, Standing.Gathered, now) with { Lost = place.Lost };

        var at = Line.PlaceOf(place.Number);
        return at < Line.Lapsed ? Behind(Line.Joined, Standing.Missed, now)
            : at < Line.Called ? new Turn(Standing.Called) { Admission = place.Id, Until = Line.Until(at), Lost = place.Lost }
            : Behind(at, Standing.InLine, now) with { Lost = place.Lost };
    }

    private void Call(DateTimeOffset now)
    {
        if (now < BusyUntil)
            Line.Rest(now);
        else
            Line.Call(PerMinute, now);

        if (Line.Waiting > 0)
            QuietSince = now;
        else if (now - QuietSince >= QuietBeforeClosing)
            State = RoomState.Idle;
    }

    private Turn Behind(int at, Standing standing, DateTimeOffset now)
    {
        var ahead = Math.Max(0, at - Line.Called);
        TimeSpan? wait = State == RoomState.Calling && now >= BusyUntil ? ahead / (double)PerMinute * TimeSpan.FromMinutes(1) : null;
        return new Turn(standing)
        {
            OpensAt = OpensAt,
            Ahead = ahead,
            Wait = wait,
            Percent = (int)(100L * Line.Called / (at + 1)),
            LookAgain = Later(OpensAt - now ?? wait),
        };
    }

    /// <summary>Often when something is about to happen, seldom when not.</summary>
    private static TimeSpan Later(TimeSpan? happens) =>
        happens is not { } left ? MostOften * 3 : left / 10 < MostOften ? MostOften : left / 10 > MostSeldom ? MostSeldom : left / 10;
}
