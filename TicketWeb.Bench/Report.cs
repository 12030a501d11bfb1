using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TicketWeb.Platform.Processes;

namespace TicketWeb.Bench;

/// <summary>The figures of a run: a table for people, one flat object for programs.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly JsonObject _figures;
    private readonly List<string> _wrong = [];
    private readonly string? _file;

    private Report(JsonObject figures, string? file) => (_figures, _file) = (figures, file);

    /// <summary>False when stock, money and tickets did not agree. A goal that was missed makes nothing untrue.</summary>
    public bool IsTrue => _wrong.Count == 0;

    public static async Task<Report> OpenAsync(BenchOptions options, CancellationToken cancel)
    {
        var commit = await Command.RunAsync("git", ["describe", "--always", "--dirty", "--exclude", "*"], cancel, Path.GetDirectoryName(TicketServer.Project));
        return new Report(new JsonObject
        {
            ["scenario"] = options.Scenario.Name,
            ["date"] = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["commit"] = commit.Succeeded ? commit.Output : null,
            ["cores"] = Environment.ProcessorCount,
            ["seconds"] = options.Seconds ?? options.Scenario.Seconds,
        }, options.Json);
    }

    public void Add(string figure, double value) => _figures[figure] = double.IsFinite(value) ? Math.Round(value, Math.Abs(value) < 10 ? 3 : 1) : null;

    public void Add(string figure, long value) => _figures[figure] = value;

    /// <summary>Rate and percentiles under one name.</summary>
    public void Add(string figure, Tally tally)
    {
        Add($"{figure}_per_second", tally.PerSecond);
        Add(figure, tally.Percentiles);
    }

    public void Add(string figure, Percentiles percentiles)
    {
        foreach (var percent in (int[])[50, 95, 99])
            Add($"{figure}_p{percent}_ms", percentiles.At(percent));
    }

    /// <summary>A figure that is to be so much at least.</summary>
    public void AtLeast(string figure, double value, double goal) => Judge(figure, value, $">= {goal.ToString(CultureInfo.InvariantCulture)}", value >= goal);

    /// <summary>A figure that is to be so much at most.</summary>
    public void AtMost(string figure, double value, double goal) => Judge(figure, value, $"<= {goal.ToString(CultureInfo.InvariantCulture)}", value <= goal);

    /// <summary>A count of what must not be at all; null when nobody could count it.</summary>
    public void MustBeNone(string figure, long? count)
    {
        _figures[figure] = count;
        if (count != 0)
            _wrong.Add(count is null ? $"{figure} could not be counted" : $"{figure} is {count}");
    }

    public void Print()
    {
        Console.WriteLine();
        foreach (var (name, value) in _figures.Where(f => !f.Key.StartsWith("goal_", StringComparison.Ordinal) && !f.Key.StartsWith("met_", StringComparison.Ordinal)))
        {
            var goal = _figures[$"goal_{name}"] is { } wanted ? $"   goal {wanted}: {((bool)_figures[$"met_{name}"]! ? "met" : "missed")}" : "";
            Console.WriteLine($"  {name,-34} {value?.ToString() ?? "not available",20}{goal}");
        }

        foreach (var wrong in _wrong)
            Console.WriteLine($"  WRONG: {wrong}");
    }

    public async Task WriteAsync(CancellationToken cancel)
    {
        _figures["met"] = IsTrue && _figures.Where(f => f.Key.StartsWith("met_", StringComparison.Ordinal)).All(f => (bool)f.Value!);
        if (_file is not null)
            await File.WriteAllTextAsync(_file, _figures.ToJsonString(Indented) + "\n", cancel);
    }

    private void Judge(string figure, double value, string goal, bool met)
    {
        Add(figure, value);
        _figures[$"goal_{figure}"] = goal;
        _figures[$"met_{figure}"] = met;
    }
}
