using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Jobs;

/// <summary>
/// Works off a queue, on every node: each job at least once, in order for its key, again with longer pauses when it fails, until it is given
/// up. Nothing is lost with a node that is killed; what it had done and not yet marked is done again.
/// </summary>
public abstract partial class JobWorker<TJob>(JobQueue queue, Databases databases, WakeUp signal, VisitorsFirst visitors, TimeProvider clock, ILogger logger) : BackgroundService
    where TJob : class
{
    /// <summary>Two, so that a slow job holds up its own round and not the next.</summary>
    private const int RoundsAtOnce = 2;
    private const int JobsAtOnce = 2;

    /// <summary>One round looks for work at a time: an idle worker asks the database no more often than one round would.</summary>
    private readonly SemaphoreSlim _looking = new(1);

    public override void Dispose()
    {
        _looking.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected sealed override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, RoundsAtOnce).Select(_ => WorkAsync(stoppingToken)));

    /// <summary>Does what is due now and says how much that was.</summary>
    internal async Task<int> WorkDueAsync(CancellationToken cancel)
    {
        var round = await ClaimAsync(cancel);
        await WorkOffAsync(round, cancel);
        return round.Jobs.Count;
    }

    /// <summary>What the row says of its claim.</summary>
    protected abstract JobClaim Claim(TJob job);

    /// <summary>Throws, or answers with <see cref="JobOutcome.TryAgain"/>, when it is to be tried again.</summary>
    protected abstract Task<JobOutcome> DoAsync(TJob job, CancellationToken cancel);

    /// <summary>What else changes, in one transaction with it, when jobs are marked as done.</summary>
    protected virtual Task MarkDoneAsync(TicketDb db, IReadOnlyList<Guid> done) => Task.CompletedTask;

    private async Task WorkAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await WorkOffAsync(await FindAsync(cancel), cancel);
                // The next of its keys can be claimed now, and the other round has looked already.
                signal.Raise();
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The database may be away; the jobs are safe in it.
                LogUnreachable(e, queue.Table);
                await Task.Delay(queue.Idle, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Returns when there is something to do.</summary>
    private async Task<Round> FindAsync(CancellationToken cancel)
    {
        await _looking.WaitAsync(cancel);
        try
        {
            while (true)
            {
                var round = await ClaimAsync(cancel);
                if (round.Jobs.Count > 0)
                    return round;
                await signal.WaitAsync(queue.Idle, cancel);
            }
        }
        finally
        {
            _looking.Release();
        }
    }

    private async Task<Round> ClaimAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var until = now + queue.ClaimLasts;
        await using var db = databases.Service();
        // Most looks find nothing, and need neither a plan of their own nor a transaction to see it.
        if (!await db.Database.SqlQueryRaw<bool>(queue.IsAnyDue, new NpgsqlParameter("now", now)).SingleAsync(cancel))
            return new Round([], until);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The plan that a connection keeps may be from when the queue was empty, and takes seconds in a rush.
        await db.Database.ExecuteSqlRawAsync("set local plan_cache_mode = force_custom_plan", cancel);
        var claimed = await db.Set<TJob>().FromSqlRaw(queue.Claim, new NpgsqlParameter("now", now), new NpgsqlParameter("until", until)).ToListAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Round([.. claimed.OrderBy(j => Claim(j).Id)], until);
    }

    private async Task WorkOffAsync(Round round, CancellationToken cancel)
    {
        var tried = Channel.CreateUnbounded<(JobClaim, JobOutcome)>();
        var left = new ConcurrentDictionary<JobClaim, bool>(round.Jobs.Select(j => KeyValuePair.Create(Claim(j), true)));
        var marking = MarkAsync(tried.Reader);
        try
        {
            await Parallel.ForEachAsync(round.Jobs, new ParallelOptions { MaxDegreeOfParallelism = JobsAtOnce, CancellationToken = cancel }, async (job, _) =>
            {
                await visitors.StepBackAsync(cancel);
                // The claim may have run out while those before it were worked on: then it is somebody else's by now.
                if (clock.GetUtcNow() < round.Until)
                    tried.Writer.TryWrite((Claim(job), await TryAsync(job, cancel)));
                left.TryRemove(KeyValuePair.Create(Claim(job), true));
            });
        }
        finally
        {
            tried.Writer.Complete();
            await marking;
            await GiveBackAsync([.. left.Keys]);
        }
    }

    private async Task<JobOutcome> TryAsync(TJob job, CancellationToken cancel)
    {
        try
        {
            return await DoAsync(job, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            var claim = Claim(job);
            LogFailed(e, claim.What, claim.Id, claim.Attempt);
            return JobOutcome.TryAgain(e.Message);
        }
    }

    /// <summary>
    /// Marks all that was tried since it last did: one by one while there is little to do, many at once in a rush. Not to be cancelled: what was
    /// done is written down also by a node that stops.
    /// </summary>
    private async Task MarkAsync(ChannelReader<(JobClaim Claim, JobOutcome Outcome)> tried)
    {
        while (await tried.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<(JobClaim Claim, JobOutcome Outcome)>();
            while (tried.TryRead(out var one))
                batch.Add(one);
            await MarkAsync(batch);
        }
    }

    private async Task MarkAsync(List<(JobClaim Claim, JobOutcome Outcome)> tried)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync(
            queue.Mark,
            [
                new NpgsqlParameter("now", now),
                new NpgsqlParameter("ids", tried.Select(t => t.Claim.Id).ToArray()),
                new NpgsqlParameter("attempts", tried.Select(t => t.Claim.Attempt).ToArray()),
                new NpgsqlParameter("errors", tried.Select(t => t.Outcome.Error).ToArray()),
                new NpgsqlParameter("due", tried.Select(t => DueAgain(t.Claim, t.Outcome, now)).ToArray()),
            ],
            CancellationToken.None);
        await MarkDoneAsync(db, [.. tried.Where(t => t.Outcome.Error is null).Select(t => t.Claim.Id)]);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>A node that stops leaves what it had claimed and not done to the others at once.</summary>
    private async Task GiveBackAsync(JobClaim[] left)
    {
        if (left.Length == 0)
            return;
        await using var db = databases.Service();
        await db.Database.ExecuteSqlRawAsync(
            queue.GiveBack,
            [
                new NpgsqlParameter("now", clock.GetUtcNow()),
                new NpgsqlParameter("ids", left.Select(c => c.Id).ToArray()),
                new NpgsqlParameter("attempts", left.Select(c => c.Attempt).ToArray()),
            ],
            CancellationToken.None);
    }

    /// <returns>Null when it is done or given up.</returns>
    private DateTimeOffset? DueAgain(JobClaim claim, JobOutcome outcome, DateTimeOffset now)
    {
        if (outcome.Error is null)
            return null;
        if (!outcome.Useless && claim.Attempt < queue.MostAttempts)
            return now + queue.Pause(claim.Attempt);

        LogGivenUp(claim.What, claim.Id, claim.Attempt);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} ({JobId}) failed at attempt {Attempt}")]
    private partial void LogFailed(Exception exception, string what, Guid jobId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} ({JobId}) was given up after attempt {Attempt}")]
    private partial void LogGivenUp(string what, Guid jobId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The queue {Queue} cannot be worked off; trying again")]
    private partial void LogUnreachable(Exception exception, string queue);

    /// <param name="Until">When the claim runs out.</param>
    private readonly record struct Round(IReadOnlyList<TJob> Jobs, DateTimeOffset Until);
}
