using Npgsql;

namespace TicketWeb.Platform.Reconciling;

/// <summary>Asks for a run each night. Every node does; the table takes it once.</summary>
internal sealed partial class NightlyReconciliation(Reconciliations runs, TimeProvider clock, ILogger<NightlyReconciliation> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await runs.WantNightlyAsync(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                LogUnreachable(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The nightly reconciliation cannot be asked for; trying again")]
    private partial void LogUnreachable(Exception exception);
}
