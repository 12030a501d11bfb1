using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace TicketWeb.Platform.Security;

/// <summary>
/// What happens when something went wrong: people get the designed page, programs get problem details, nobody gets a stack trace. The
/// exception itself is in the log under the trace id that both show.
/// </summary>
public static class Failures
{
    private const string Path = "/error";

    internal static IServiceCollection AddFailures(this IServiceCollection services) => services.AddProblemDetails(problems =>
        problems.CustomizeProblemDetails = context =>
        {
            // Development's own writer would add the exception.
            context.ProblemDetails.Extensions.Remove("exception");
            context.ProblemDetails.Instance = null;
        });

    // Scopes of their own: a page that failed halfway leaves services behind that cannot render a second one.
    internal static IApplicationBuilder UseFailures(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = Path, CreateScopeForErrors = true })
        .UseStatusCodePagesWithReExecute(Path, createScopeForStatusCodePages: true);

    /// <summary>Maps the place both middlewares come to.</summary>
    /// <param name="page">The designed page for a failure of what was asked for at a path. The request's query is what was asked with.</param>
    public static void MapFailures(this IEndpointRouteBuilder endpoints, Func<HttpContext, PathString, Failure, IResult> page) => endpoints
        .Map(Path, (HttpContext context, CancellationToken cancel) => AnswerAsync(context, page, cancel))
        .WithMetadata(new DisableRateLimitingAttribute())
        .AllowAnonymous()
        .ExcludeFromDescription();

    /// <summary>Ends a request with more to say than its status does.</summary>
    internal static void Fail(this HttpContext context, Failure failure)
    {
        context.Features.Set(failure);
        context.Response.StatusCode = failure.Status;
    }

    /// <summary>True when a person with a browser asks, rather than a program.</summary>
    internal static bool WantsPage(HttpRequest request, string path) =>
        !path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> AnswerAsync(HttpContext context, Func<HttpContext, PathString, Failure, IResult> page, CancellationToken cancel)
    {
        var failed = context.Features.Get<IExceptionHandlerPathFeature>();
        var refused = context.Features.Get<IStatusCodeReExecuteFeature>();
        // Whoever types this address finds nothing here.
        var status = failed is not null ? StatusOf(failed.Error) : refused is not null ? context.Response.StatusCode : StatusCodes.Status404NotFound;
        context.Response.StatusCode = status;
        var failure = context.Features.Get<Failure>() ?? Failure.Of(status, RetryAfter(context.Response)) with { Refused = await RefusedForm.ReadAsync(context, refused, cancel) };
        // One of the two middlewares comes here with the query, the other without.
        context.Request.QueryString = refused is null ? context.Request.QueryString : new QueryString(refused.OriginalQueryString);
        var asked = failed?.Path ?? refused?.OriginalPath ?? Path;
        return WantsPage(context.Request, asked) ? page(context, asked, failure) : Results.Problem(failure.Sentence, statusCode: status);
    }

    private static TimeSpan? RetryAfter(HttpResponse response) => int.TryParse(response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private static int StatusOf(Exception error) =>
        error is BadHttpRequestException bad ? bad.StatusCode
        : error.Passing() is not null ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status500InternalServerError;
}
