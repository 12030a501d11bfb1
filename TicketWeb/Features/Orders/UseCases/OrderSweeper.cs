namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Looks every second for orders whose time has run out.</summary>
internal sealed partial class OrderSweeper(ExpireOrders expire, TimeProvider clock, ILogger<OrderSweeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await expire.RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database or the gateway may be away, and EF wraps what it says: no such thing may end the sweeping.
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Expired orders were not swept; trying again")]
    private partial void LogFailed(Exception exception);
}
