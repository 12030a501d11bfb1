using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TicketWeb.Platform.Health;

/// <summary>
/// What a container's host asks. Live: the process answers, whatever the database does, since restarting us does not mend that. Ready:
/// visitors may be sent here.
/// </summary>
public static class HealthEndpoints
{
    internal static readonly TimeSpan DatabaseMayTake = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseReadiness>("database", timeout: DatabaseMayTake);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").AllowAnonymous().DisableHttpMetrics().WithMetadata(new DisableRateLimitingAttribute());
        health.MapHealthChecks("/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = AnswerAsync });
        health.MapHealthChecks("/ready", new HealthCheckOptions { ResponseWriter = AnswerAsync });
    }

    private static Task AnswerAsync(HttpContext http, HealthReport report) => report.Status == HealthStatus.Healthy
        ? http.Response.WriteAsync("Healthy", http.RequestAborted)
        : Problem(report).ExecuteAsync(http);

    private static ProblemHttpResult Problem(HealthReport report) => TypedResults.Problem(
        statusCode: StatusCodes.Status503ServiceUnavailable,
        title: "Not ready",
        detail: string.Join(' ', report.Entries.Values.Select(e => e.Description)));
}
