namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>
/// Gathers those who come while somebody is being let in, and lets them all in at once. However many come, the room's row is written once
/// at a time, and everybody gets the number that follows the one before.
/// </summary>
internal sealed class Entrance : IDisposable
{
    private readonly SemaphoreSlim _door = new(1);
    private readonly Lock _sync = new();
    private List<TaskCompletionSource<Numbered?>> _outside = [];

    /// <param name="letIn">Takes as many numbers and says the first; null when there is no room any more.</param>
    public async Task<Numbered?> ComeInAsync(Func<int, Task<Numbered?>> letIn, CancellationToken cancel)
    {
        var me = new TaskCompletionSource<Numbered?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_sync)
            _outside.Add(me);
        await _door.WaitAsync(cancel);
        try
        {
            if (!me.Task.IsCompleted)
                await LetInAsync(letIn);
        }
        finally
        {
            _door.Release();
        }

        return await me.Task;
    }

    public void Dispose() => _door.Dispose();

    private async Task LetInAsync(Func<int, Task<Numbered?>> letIn)
    {
        List<TaskCompletionSource<Numbered?>> all;
        lock (_sync)
            (all, _outside) = (_outside, []);
        try
        {
            var first = await letIn(all.Count);
            for (var i = 0; i < all.Count; i++)
                all[i].SetResult(first is null ? null : first with { Number = first.Number + i });
        }
        catch (Exception e)
        {
            // Each of them is told; nobody waits for a number that does not come.
            all.ForEach(one => one.SetException(e));
        }
    }
}
