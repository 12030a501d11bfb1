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
            await using var db = databases.Service();
            var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
            return pending.Any() ? HealthCheckResult.Unhealthy("The database is older than this build.") : HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            // The reason is in the log; outside only that it is so.
            return HealthCheckResult.Unhealthy("The database does not answer.", e);
        }
    }
}
