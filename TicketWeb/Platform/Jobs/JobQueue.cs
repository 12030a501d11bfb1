namespace TicketWeb.Platform.Jobs;

/// <summary>
/// A table as a queue: what its columns are called, and how patient its worker is. Beside those named here it has <c>id</c>,
/// <c>due_at</c>, <c>attempts</c> and <c>last_error</c>.
/// </summary>
public sealed record JobQueue
{
    public required string Table { get; init; }

    /// <summary>When it was done.</summary>
    public required string DoneAt { get; init; }

    /// <summary>When no further attempt was made: an operator has to look.</summary>
    public required string GivenUpAt { get; init; }

    /// <summary>Jobs with the same value here are done one after the other, as they were written; null where the order does not matter.</summary>
    public string? Key { get; init; }

    public required int MostAttempts { get; init; }

    /// <summary>How long to wait after so many attempts.</summary>
    public required Func<int, TimeSpan> Pause { get; init; }

    /// <summary>How long a node may be at work on what it claimed; after that it is taken for dead.</summary>
    public required TimeSpan ClaimLasts { get; init; }

    /// <summary>How long an idle worker rests when nobody wakes it.</summary>
    public required TimeSpan Idle { get; init; }

    public int Batch { get; init; } = 50;

    /// <summary>What is true of a job that nobody has done or given up yet.</summary>
    public string IsWaiting(string job) => $"{job}.{DoneAt} is null and {job}.{GivenUpAt} is null";

    /// <summary>Whether it is worth while to claim, in one column with the name that EF expects.</summary>
    internal string IsAnyDue => $"select exists (select from {Table} j where {IsWaiting("j")} and j.due_at <= @now) as \"Value\"";

    /// <summary>
    /// A claim pushes the due time ahead, so no lock is held while somebody works, several nodes share the load, and what a killed node had
    /// claimed comes back by itself. Of each key only the oldest is claimed: the next one is not before this one is marked. What is due is
    /// materialized, because PostgreSQL may read a subquery once for each row of the table, and would lock other jobs each time.
    /// </summary>
    internal string Claim => $"""
        with due as materialized (
            select j.id from {Table} j
            where {IsWaiting("j")} and j.due_at <= @now{(Key is null ? "" : $" and not exists ({OlderOfKey})")}
            order by j.id limit {Batch}
            for update skip locked)
        update {Table} claimed set due_at = @until, attempts = attempts + 1
        from due
        where claimed.id = due.id
        returning claimed.*
        """;

    /// <summary>
    /// The offset keeps PostgreSQL from making a join of it, for which it would compare all that wait at each claim: so it looks for one job after
    /// the other until a batch is full.
    /// </summary>
    private string OlderOfKey => $"select from {Table} e where e.{Key} = j.{Key} and {IsWaiting("e")} and e.id < j.id offset 0";

    /// <summary>A success counts whoever had it. A failure is of no interest any more once somebody else has claimed the job.</summary>
    internal string Mark => $"""
        update {Table} j set
            {DoneAt} = case when m.error is null then @now end,
            {GivenUpAt} = case when m.error is not null and m.due_at is null then @now end,
            due_at = coalesce(m.due_at, j.due_at),
            last_error = m.error
        from unnest(@ids, @attempts, @errors, @due) as m(id, attempt, error, due_at)
        where j.id = m.id and j.{DoneAt} is null and (m.error is null or (j.attempts = m.attempt and j.{GivenUpAt} is null))
        """;

    /// <summary>As if it had not been claimed, unless somebody else has claimed it since.</summary>
    internal string GiveBack => $"""
        update {Table} j set due_at = @now, attempts = j.attempts - 1
        from unnest(@ids, @attempts) as c(id, attempt)
        where j.id = c.id and j.attempts = c.attempt and {IsWaiting("j")}
        """;
}
