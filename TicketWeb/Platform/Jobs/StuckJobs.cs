using Microsoft.EntityFrameworkCore;
using Npgsql;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Platform.Jobs;

/// <summary>What the workers have given up, and what operators decide about it: to try again, or to leave it be for a reason.</summary>
public sealed partial class StuckJobs(IEnumerable<WatchedQueue> queues, Databases databases, TimeProvider clock, ILogger<StuckJobs> logger)
{
    internal const int PageSize = 25;
    private const int LongestReason = 200;

    public async Task<IReadOnlyList<QueueFigures>> FiguresAsync(Operator by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var db = databases.Service();
        var figures = new List<QueueFigures>();
        foreach (var queue in queues)
            figures.Add(await db.Database.SqlQueryRaw<QueueFigures>(queue.Figures, new NpgsqlParameter("name", queue.Name)).SingleAsync(cancel));
        return figures;
    }

    /// <param name="by">Any operator.</param>
    /// <param name="queue">Its name; one that does not exist has no jobs.</param>
    /// <param name="setAside">Those that were set aside, or those that wait for somebody to decide.</param>
    /// <param name="after">The last job of the page before.</param>
    public async Task<StuckPage> ListAsync(Operator by, string queue, bool setAside, Guid? after, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (Find(queue) is not { } watched)
            return new StuckPage([], null);

        await using var db = databases.Service();
        var jobs = await db.Database.SqlQueryRaw<StuckJob>(
            watched.List, new NpgsqlParameter("aside", setAside), new NpgsqlParameter<Guid?>("after", after), new NpgsqlParameter("most", PageSize + 1)).ToListAsync(cancel);
        var page = jobs.Take(PageSize).ToList();
        return new StuckPage(page, jobs.Count > PageSize ? page[^1].Id : null);
    }

    /// <summary>As if it had just been written, also what was set aside.</summary>
    public async Task<Outcome<Done>> TryAgainAsync(Operator by, string queue, Guid id, CancellationToken cancel) =>
        await ReviveAsync(by, queue, id, cancel) == 0 ? new NotFound("job that was given up") : new Done();

    /// <summary>All that nobody has decided about.</summary>
    /// <returns>How many that were.</returns>
    public Task<int> TryAllAgainAsync(Operator by, string queue, CancellationToken cancel) => ReviveAsync(by, queue, null, cancel);

    /// <summary>Takes it off the list of what is stuck. It stays in the table with the reason.</summary>
    public async Task<Outcome<Done>> SetAsideAsync(Operator by, string queue, Guid id, string? reason, CancellationToken cancel)
    {
        var errors = new InputErrors();
        var fineReason = errors.Text(reason, "reason", "The reason", LongestReason);
        if (!errors.None)
            return errors.ToRefusal();
        if (Find(queue) is not { } watched)
            return new NotFound("job that was given up");

        await using var db = databases.Service();
        var changed = await db.Database.ExecuteSqlRawAsync(
            watched.SetAside, [new NpgsqlParameter("now", clock.GetUtcNow()), new NpgsqlParameter("reason", fineReason), new NpgsqlParameter("id", id)], cancel);
        if (changed == 0)
            return new NotFound("job that was given up");
        LogSetAside(by.AccountId, id, queue);
        return new Done();
    }

    private WatchedQueue? Find(string queue) => queues.SingleOrDefault(q => q.Name == queue);

    private async Task<int> ReviveAsync(Operator by, string queue, Guid? id, CancellationToken cancel)
    {
        if (Find(queue) is not { } watched)
            return 0;

        await using var db = databases.Service();
        var revived = await db.Database.ExecuteSqlRawAsync(
            watched.TryAgain, [new NpgsqlParameter("now", clock.GetUtcNow()), new NpgsqlParameter<Guid?>("id", id)], cancel);
        LogRevived(by.AccountId, revived, queue);
        watched.Signal.Raise();
        return revived;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Operator {AccountId} had {Count} given-up {Queue} tried again")]
    private partial void LogRevived(Guid accountId, int count, string queue);

    [LoggerMessage(Level = LogLevel.Information, Message = "Operator {AccountId} set {JobId} of the given-up {Queue} aside")]
    private partial void LogSetAside(Guid accountId, Guid jobId, string queue);
}
