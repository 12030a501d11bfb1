using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Npgsql;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Live;

/// <summary>
/// Hears from PostgreSQL which subjects have changed, on whichever node that was, and sends their counts to the pages that are open on
/// this one: at most four messages a second and subject, the last one always after the last change.
/// </summary>
internal sealed partial class LiveListener(Databases databases, IHubContext<LiveHub> hub, ILiveCounts counts, TimeProvider clock, ILogger<LiveListener> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BeforeReconnect = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, bool> _changed = [];
    private readonly ConcurrentDictionary<Guid, bool> _known = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), SendAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await using var connection = await databases.ServiceSource.OpenConnectionAsync(cancel);
                connection.Notification += (_, note) => Note(note.Payload);
                await using (var listen = new NpgsqlCommand($"listen {LiveSignal.Channel}", connection))
                    await listen.ExecuteNonQueryAsync(cancel);

                // What changed while nobody listened is told now.
                foreach (var subject in _known.Keys)
                    _changed[subject] = true;
                while (true)
                    await connection.WaitAsync(cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException e)
            {
                LogLost(e);
                await Task.Delay(BeforeReconnect, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Note(string payload)
    {
        if (!Guid.TryParse(payload, out var subject))
            return;
        _known[subject] = true;
        _changed[subject] = true;
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            foreach (var subject in _changed.Keys)
            {
                _changed.TryRemove(subject, out _);
                try
                {
                    await hub.Clients.Group(subject.ToString()).SendAsync("counts", await counts.CountsAsync(subject, cancel), cancel);
                }
                catch (OperationCanceledException) when (cancel.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception e)
                {
                    // EF wraps a lost connection; whatever it was, the counts are told again.
                    LogLost(e);
                    _changed[subject] = true;
                }
            }

            await Task.Delay(Pause, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Live counts cannot reach the database; trying again")]
    private partial void LogLost(Exception exception);
}
