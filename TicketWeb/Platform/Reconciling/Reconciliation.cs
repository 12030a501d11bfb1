namespace TicketWeb.Platform.Reconciling;

/// <summary>One run of all checks, from being asked for to what it found.</summary>
internal sealed class Reconciliation
{
    public required Guid Id { get; init; }

    /// <summary>The night whose run it is, which no other is; null for one that an operator asked for.</summary>
    public DateOnly? Night { get; init; }

    public required DateTimeOffset WantedAt { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset? GivenUpAt { get; init; }

    public string? LastError { get; init; }

    /// <summary>How many checks there are, and how many are behind it.</summary>
    public int Checks { get; init; }

    public int ChecksDone { get; init; }

    public long Differences { get; init; }

    /// <summary>A line for each difference.</summary>
    public string[] Lines { get; init; } = [];
}
