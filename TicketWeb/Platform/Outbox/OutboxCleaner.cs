using Microsoft.EntityFrameworkCore;
using Npgsql;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Outbox;

/// <summary>
/// Takes away what was told long ago: facts name buyers, and nobody reads them again. What waits or was given up stays, however old.
/// </summary>
internal sealed partial class OutboxCleaner(Databases databases, TimeProvider clock, ILogger<OutboxCleaner> logger) : BackgroundService
{
    /// <summary>Long enough to look up what became of a purchase.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Few enough that nobody waits for the transaction that takes them.</summary>
    private const int Batch = 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await RunAsync(stoppingToken) == Batch)
                {
                }
            }
            catch (NpgsqlException e)
            {
                LogUnreachable(e);
            }
        }
    }

    /// <returns>How many it took away.</returns>
    internal async Task<int> RunAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Kept;
        // The ids ascend with the time, so the oldest are found without an index of their own.
        var lastId = Guid.CreateVersion7(before);
        await using var db = databases.Service();
        return await db.Database.ExecuteSqlAsync(
            $"""
            delete from platform.outbox where id in (
                select id from platform.outbox where id < {lastId} and told_at < {before} order by id limit {Batch} for update skip locked)
            """, cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Facts that were told long ago cannot be taken away; trying again")]
    private partial void LogUnreachable(Exception exception);
}
