using Microsoft.EntityFrameworkCore;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Reconciling;

/// <summary>Runs the checks, shouts about every difference, and keeps what was found for the operators, check by check as it goes.</summary>
internal sealed partial class KeepReconciliation(Reconciler reconciler, Databases databases, TimeProvider clock, ILogger<KeepReconciliation> logger)
{
    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var run = db.Set<Reconciliation>().Where(r => r.Id == id);
        await run.ExecuteUpdateAsync(
            s => s.SetProperty(r => r.StartedAt, clock.GetUtcNow()).SetProperty(r => r.Checks, reconciler.Checks)
                .SetProperty(r => r.ChecksDone, 0).SetProperty(r => r.Differences, 0).SetProperty(r => r.Lines, Array.Empty<string>()),
            cancel);

        var (done, differences, lines) = (0, 0L, new List<string>());
        await foreach (var result in reconciler.RunAsync(cancel))
        {
            foreach (var line in result.Lines)
                LogDifference(line);
            lines.AddRange(result.Lines);
            differences += result.Differences;
            done++;
            await run.ExecuteUpdateAsync(
                s => s.SetProperty(r => r.ChecksDone, done).SetProperty(r => r.Differences, differences).SetProperty(r => r.Lines, lines.ToArray()), cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The books differ: {Difference}")]
    private partial void LogDifference(string difference);
}
