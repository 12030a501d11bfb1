namespace TicketWeb.Features.Inventory.UseCases;

/// <summary>Looks every second for allocations whose end has come.</summary>
internal sealed partial class AllocationKeeper(ReleaseEnded release, TimeProvider clock, ILogger<AllocationKeeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await release.RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away, or somebody holds the pools for long: what has ended waits for the next look.
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Allocations that have ended were not released; trying again")]
    private partial void LogFailed(Exception exception);
}
