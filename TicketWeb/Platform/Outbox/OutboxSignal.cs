namespace TicketWeb.Platform.Outbox;

/// <summary>Wakes this node's outbox worker at once; without it the worker looks again within a second anyway.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _written = new(0, 1);

    public void Raise()
    {
        lock (_written)
        {
            if (_written.CurrentCount == 0)
                _written.Release();
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => _written.WaitAsync(atMost, cancel);

    public void Dispose() => _written.Dispose();
}
