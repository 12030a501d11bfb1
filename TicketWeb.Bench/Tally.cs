using System.Diagnostics;

namespace TicketWeb.Bench;

/// <summary>What the clients of a load got done, and how long each thing took. Kept by the one thread that drives them.</summary>
internal sealed class Tally
{
    private readonly List<double> _milliseconds = [];
    private long _from = long.MaxValue;
    private long _until = long.MaxValue;
    private double _seconds;

    /// <summary>All that was done, also while warming up and after the end.</summary>
    public int Everything { get; private set; }

    /// <summary>What was answered with something else than hoped for.</summary>
    public int Failures { get; private set; }

    public Percentiles Percentiles => new(_milliseconds);

    /// <summary>Set when the time is up: clients begin nothing new.</summary>
    public bool IsOver => Stopwatch.GetTimestamp() >= _until;

    public double PerSecond => _milliseconds.Count / _seconds;

    /// <summary>Counts what is done between two moments; what came before was warming up. A second time counts on.</summary>
    public void Measure(long from, long until)
    {
        (_from, _until) = (from, until);
        _seconds += Stopwatch.GetElapsedTime(from, until).TotalSeconds;
    }

    /// <param name="done">Whether the answer was the one that was hoped for.</param>
    /// <param name="begun">When it was begun.</param>
    public void Note(bool done, long begun)
    {
        if (!done)
        {
            Failures++;
            return;
        }

        Everything++;
        var now = Stopwatch.GetTimestamp();
        if (now >= _from && now < _until)
            _milliseconds.Add(Stopwatch.GetElapsedTime(begun, now).TotalMilliseconds);
    }
}
