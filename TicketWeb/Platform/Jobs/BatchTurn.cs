namespace TicketWeb.Platform.Jobs;

/// <summary>
/// The turn to write a batch. A batch is one thing after the other, so it keeps one processor busy at most, the app's or PostgreSQL's: as many as
/// there are processors use them all, and what comes while the others wait makes their batches larger, of which each costs nearly as much as a
/// small one (docs/measurements.md).
/// </summary>
internal readonly struct BatchTurn : IDisposable
{
    /// <summary>Whoever has waited so long goes ahead: those before them wait for a lock or for a database that is far away, and not for a processor.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(25);

    private static readonly SemaphoreSlim Free = new(Math.Max(2, Environment.ProcessorCount));

    private readonly bool _counts;

    private BatchTurn(bool counts) => _counts = counts;

    public static async Task<BatchTurn> TakeAsync() => new(await Free.WaitAsync(Patience));

    public void Dispose()
    {
        if (_counts)
            Free.Release();
    }
}
