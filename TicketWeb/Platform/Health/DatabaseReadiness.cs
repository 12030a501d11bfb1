using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Health;

/// <summary>
/// Ready when the database answers and holds every migration that this build knows. One that is ahead of us is fine: while an upgrade
/// rolls out, the old nodes go on serving beside the new ones.
/// </summary>
internal sealed class DatabaseReadiness(Databases databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // Whoever gives up on a server that hangs asks it to stop and waits for that as well: the answer does not.
            return await LookAsync(cancellationToken).WaitAsync(HealthEndpoints.DatabaseMayTake, CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            // The reason is in the log; outside only that it is so.
            return HealthCheckResult.Unhealthy("The database does not answer.", e);
        }
    }

    private async Task<HealthCheckResult> LookAsync(CancellationToken cancel)
    {
        await using var db = databases.Service();
        var pending = await db.Database.GetPendingMigrationsAsync(cancel);
        return pending.Any() ? HealthCheckResult.Unhealthy("The database is older than this build.") : HealthCheckResult.Healthy();
    }
}
