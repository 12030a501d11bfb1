namespace TicketWeb.Features.WaitingRoom.UseCases;

/// <summary>Moves the rooms, every second, and keeps what this node knows of them fresh.</summary>
internal sealed partial class RoomKeeper(RoomBoard board, TimeProvider clock, ILogger<RoomKeeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await board.RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away: those who wait are told what was seen last.
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The waiting rooms cannot be looked at; trying again")]
    private partial void LogFailed(Exception exception);
}
