namespace TicketWeb.Platform.Jobs;

/// <summary>
/// Turns to write a batch. A batch is one thing after the other, so it keeps one processor busy at most, the app's or PostgreSQL's: as many as there
/// are processors use them all, and what comes while the others wait makes their batches larger, of which each costs nearly as much as a small one
/// (decision 52).
/// </summary>
/// <param name="atOnce">How many there are.</param>
public sealed class BatchTurns(int atOnce) : IDisposable
{
    /// <summary>Whoever has waited so long goes ahead: those before them wait for a lock or for a database that is far away, and not for a processor.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(25);

    private readonly SemaphoreSlim _free = new(atOnce);

    /// <summary>Those of this process.</summary>
    public static BatchTurns OfAll { get; } = new(Math.Max(2, Environment.ProcessorCount));

    /// <summary>Returns when it is one's turn, which ends when the result is disposed of; null for whoever goes ahead.</summary>
    public async Task<IDisposable?> TakeAsync() => await _free.WaitAsync(Patience) ? new Turn(_free) : null;

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
