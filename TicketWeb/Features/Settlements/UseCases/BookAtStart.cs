using Npgsql;

namespace TicketWeb.Features.Settlements.UseCases;

/// <summary>Books what is missing once the app serves. A version without the book may go on selling for a while, so it looks again after some minutes.</summary>
internal sealed partial class BookAtStart(BookWhatIsMissing book, TimeProvider clock, ILogger<BookAtStart> logger) : BackgroundService
{
    private static readonly TimeSpan UntilOlderNodesAreGone = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await RunAsync(stoppingToken);
        await Task.Delay(UntilOlderNodesAreGone, clock, stoppingToken);
        await RunAsync(stoppingToken);
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            if (await book.RunAsync(cancel) is > 0 and var entries)
                LogBooked(entries);
        }
        catch (NpgsqlException e)
        {
            LogUnreachable(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Entries} entries were missing in the book")]
    private partial void LogBooked(int entries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is missing in the book cannot be looked for")]
    private partial void LogUnreachable(Exception exception);
}
