using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Jobs;

/// <summary>
/// Lets many callers share one transaction: while one batch commits, the next one gathers. What is asked for under one key is written one
/// batch after the other, in the order in which it came; different keys do not wait for each other.
/// </summary>
/// <param name="turns">Whose turns its batches take; null for those of the process.</param>
public abstract class GroupCommit<TKey, TRequest, TResult>(BatchTurns? turns = null) where TKey : notnull
{
    /// <summary>Enough to share the price of a commit, few enough that nobody waits long for it.</summary>
    private const int LargestBatch = 256;

    /// <summary>Whoever comes when so many wait already would wait for seconds: better to say so at once.</summary>
    private const int MostWaiting = 5_000;

    /// <summary>A batch has stopped growing when nobody came for so long.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(3);

    /// <summary>No longer than this does anybody wait for others to join.</summary>
    private const int PausesWhileItGrows = 5;

    /// <summary>So long after a rush the next who comes is taken for one of many.</summary>
    private const int PausesUntilQuiet = 15;

    private readonly Dictionary<TKey, Line> _lines = [];
    private readonly BatchTurns _turns = turns ?? BatchTurns.OfAll;

    /// <summary>The answer, once the batch is committed; null at once when too many are waiting. A caller who is gone before its batch begins is dropped.</summary>
    public Task<TResult>? Join(TKey key, TRequest request, CancellationToken cancel)
    {
        var waiting = new Waiting(request, new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously), cancel);
        lock (_lines)
        {
            if (_lines.TryGetValue(key, out var line))
                return line.Add(waiting) ? waiting.Answer.Task : null;

            _lines[key] = new Line();
            _lines[key].Add(waiting);
        }

        // Its end is every caller's answer, so nothing is lost by not waiting for it here.
        _ = Task.Run(() => WorkAsync(key), CancellationToken.None);
        return waiting.Answer.Task;
    }

    /// <summary>Writes a batch in a transaction of its own and answers each request, in their order. Called again with each alone when a batch has failed.</summary>
    protected abstract Task<IReadOnlyList<TResult>> WriteAsync(TKey key, IReadOnlyList<TRequest> requests);

    private async Task WorkAsync(TKey key)
    {
        var expected = 1;
        while (await WriteNextAsync(key) is { } written)
        {
            expected = Math.Max(written, expected * 3 / 4);
            await GatherAsync(key, expected);
        }
    }

    /// <returns>How many the batch had; null, and the line gone, when nobody waits.</returns>
    private async Task<int?> WriteNextAsync(TKey key)
    {
        using var turn = await _turns.TakeAsync();
        if (Next(key) is not { } batch)
            return null;
        if (batch.Count > 0)
            await AnswerAsync(key, batch);
        return batch.Count;
    }

    /// <summary>
    /// After a batch of several the next one is left to grow as large: fewer commits serve nearly twice the buyers (docs/measurements.md).
    /// Whoever comes alone never waits.
    /// </summary>
    private async Task GatherAsync(TKey key, int expected)
    {
        if (expected <= 1)
            return;
        var full = Await(key, expected);
        for (var i = 0; i < PausesUntilQuiet && CountOf(key) == 0; i++)
            await Task.WhenAny(full, Task.Delay(Pause));
        var (before, waiting) = (0, CountOf(key));
        for (var i = 0; i < PausesWhileItGrows && waiting > before && waiting < expected; i++)
        {
            await Task.WhenAny(full, Task.Delay(Pause));
            (before, waiting) = (waiting, CountOf(key));
        }
    }

    private Task Await(TKey key, int expected)
    {
        lock (_lines)
            return _lines[key].Await(expected);
    }

    private int CountOf(TKey key)
    {
        lock (_lines)
            return _lines[key].Count;
    }

    /// <summary>All that wait, up to a batch; null, and the line gone, when nobody does.</summary>
    private List<Waiting>? Next(TKey key)
    {
        lock (_lines)
        {
            var line = _lines[key];
            if (line.Count > 0)
                return line.Take();
            _lines.Remove(key);
            return null;
        }
    }

    private async Task AnswerAsync(TKey key, IReadOnlyList<Waiting> batch)
    {
        try
        {
            var answers = await WriteAsync(key, [.. batch.Select(w => w.Request)]);
            for (var i = 0; i < batch.Count; i++)
                batch[i].Answer.SetResult(answers[i]);
        }
        catch (Exception e) when (batch.Count == 1 || e.IsOutOfReach())
        {
            foreach (var waiting in batch)
                waiting.Answer.SetException(e);
        }
        catch (Exception)
        {
            // One of them is at fault. Alone, it fails alone, and with its own error.
            foreach (var waiting in batch)
                await AnswerAsync(key, [waiting]);
        }
    }

    private sealed record Waiting(TRequest Request, TaskCompletionSource<TResult> Answer, CancellationToken Cancel);

    /// <summary>Those who wait under one key. Not safe for several threads.</summary>
    private sealed class Line
    {
        private readonly Queue<Waiting> _waiting = [];
        private TaskCompletionSource? _full;
        private int _expected;

        public int Count => _waiting.Count;

        /// <returns>False, and nothing is added, when too many wait.</returns>
        public bool Add(Waiting waiting)
        {
            if (Count >= MostWaiting)
                return false;
            _waiting.Enqueue(waiting);
            if (Count >= _expected)
                _full?.TrySetResult();
            return true;
        }

        /// <summary>Ends when so many wait.</summary>
        public Task Await(int expected)
        {
            (_expected, _full) = (expected, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (Count >= expected)
                _full.SetResult();
            return _full.Task;
        }

        /// <summary>A batch of them, without those who are gone.</summary>
        public List<Waiting> Take()
        {
            var batch = new List<Waiting>();
            while (batch.Count < LargestBatch && _waiting.TryDequeue(out var waiting))
            {
                if (!waiting.Cancel.IsCancellationRequested || !waiting.Answer.TrySetCanceled(waiting.Cancel))
                    batch.Add(waiting);
            }

            return batch;
        }
    }
}
