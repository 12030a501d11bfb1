using Microsoft.EntityFrameworkCore;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Outbox;

/// <summary>
/// Tells facts to their handlers, at least once and in order per key. A message is claimed by pushing its due time ahead, so no lock is
/// held while a handler works, several nodes share the load, and what a killed node had claimed comes back by itself.
/// </summary>
internal sealed partial class OutboxWorker(Databases databases, OutboxTeller teller, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private const int LargestBatch = 50;
    private const int MostAttempts = 12;
    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await TellDueAsync(stoppingToken) == 0)
                    await signal.WaitAsync(Idle, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The database may be away; the messages are safe in it.
                LogUnreachable(e);
                await Task.Delay(Idle, clock, stoppingToken);
            }
        }
    }

    /// <summary>Tells what is due now and says how many that was.</summary>
    internal async Task<int> TellDueAsync(CancellationToken cancel)
    {
        var due = await ClaimAsync(cancel);
        foreach (var message in due)
            await TellAsync(message, cancel);
        return due.Count;
    }

    private async Task<List<OutboxMessage>> ClaimAsync(CancellationToken cancel)
    {
        await using var db = databases.Service();
        var now = clock.GetUtcNow();
        var claimed = await db.Set<OutboxMessage>().FromSql(
            $"""
            update platform.outbox set due_at = {now + ClaimLasts}, attempts = attempts + 1
            where id in (
                select m.id from platform.outbox m
                where m.told_at is null and m.given_up_at is null and m.due_at <= {now}
                  and not exists (select from platform.outbox e where e.key = m.key and e.told_at is null and e.given_up_at is null and e.id < m.id)
                order by m.id limit {LargestBatch}
                for update skip locked)
            returning *
            """).ToListAsync(cancel);
        return [.. claimed.OrderBy(m => m.Id)];
    }

    private async Task TellAsync(OutboxMessage message, CancellationToken cancel)
    {
        string? error = null;
        try
        {
            await teller.TellAsync(message, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            error = e.Message;
            LogFailed(e, message.Fact, message.Id, message.Attempts);
        }

        await using var db = databases.Service();
        var now = clock.GetUtcNow();
        var row = db.Set<OutboxMessage>().Where(m => m.Id == message.Id);
        if (error is null)
            await row.ExecuteUpdateAsync(s => s.SetProperty(m => m.ToldAt, now), cancel);
        else if (message.Attempts >= MostAttempts)
            await row.ExecuteUpdateAsync(s => s.SetProperty(m => m.GivenUpAt, now).SetProperty(m => m.LastError, error), cancel);
        else
            await row.ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, now + BackOff(message.Attempts)).SetProperty(m => m.LastError, error), cancel);
    }

    /// <summary>2, 4, 8 … seconds, an hour at most: twelve attempts span about two hours.</summary>
    private static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts), 3600));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Fact} {MessageId} was not handled (attempt {Attempt})")]
    private partial void LogFailed(Exception exception, string fact, Guid messageId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox cannot be read")]
    private partial void LogUnreachable(Exception exception);
}
