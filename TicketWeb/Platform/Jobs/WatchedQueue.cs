namespace TicketWeb.Platform.Jobs;

/// <summary>
/// A queue whose given-up jobs operators look after. Its table has <c>set_aside_at</c> and <c>set_aside_reason</c> as well. What is said of a job is
/// SQL over its row, <c>j</c>.
/// </summary>
/// <param name="Name">In the plural: "facts".</param>
/// <param name="Signal">Wakes the worker when some are to be tried again.</param>
public sealed record WatchedQueue(string Name, JobQueue Queue, WakeUp Signal)
{
    /// <summary>A text that says what it is.</summary>
    public required string What { get; init; }

    /// <summary>The uuid of what it is about, an order most often; null where it is about nothing in particular.</summary>
    public required string About { get; init; }

    public required string WrittenAt { get; init; }

    internal string Figures => $"""
        select @name as "Queue", w.waiting as "Waiting", w.oldest as "Oldest", s.stuck as "Stuck", s.aside as "SetAside"
        from (select count(*) as waiting, min(j.{WrittenAt}) as oldest from {Queue.Table} j where {Queue.IsWaiting("j")}) w,
             (select count(*) filter (where j.set_aside_at is null) as stuck, count(j.set_aside_at) as aside from {Queue.Table} j where {IsGivenUp}) s
        """;

    internal string List => $"""
        select j.id as "Id", {Plain(What)} as "What", {Plain(About)} as "About", j.{WrittenAt} as "WrittenAt", j.attempts as "Attempts",
               j.last_error as "LastError", j.{Queue.GivenUpAt} as "GivenUpAt", j.set_aside_at as "SetAsideAt", j.set_aside_reason as "Reason"
        from {Queue.Table} j
        where {IsGivenUp} and (j.set_aside_at is not null) = @aside and (@after is null or j.id < @after)
        order by j.id desc limit @most
        """;

    /// <summary>The one with the id, or without an id all that nobody has decided about.</summary>
    internal string TryAgain => $"""
        update {Queue.Table} j set {Queue.GivenUpAt} = null, attempts = 0, due_at = @now, set_aside_at = null, set_aside_reason = null
        where {IsGivenUp} and (j.id = @id or (@id is null and j.set_aside_at is null))
        """;

    internal string SetAside => $"update {Queue.Table} j set set_aside_at = @now, set_aside_reason = @reason where j.id = @id and {IsGivenUp}";

    private string IsGivenUp => $"j.{Queue.GivenUpAt} is not null and j.{Queue.DoneAt} is null";

    /// <summary>EF takes braces for places where values go.</summary>
    private static string Plain(string sql) => sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
