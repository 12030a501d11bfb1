using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace TicketWeb.Platform.Caching;

/// <summary>
/// Stores what visitors who are not signed in are shown. Blazor hands every visitor an antiforgery cookie and forbids storing the page for
/// its sake; these pages hold no form that needs it, so neither is sent. A page that sets any other cookie, or asked for a nonce
/// (<see cref="Security.SecurityHeaders"/>), is not stored.
/// </summary>
internal sealed class PublicPagePolicy(IOptions<PublicPagesOptions> options, IOptions<AntiforgeryOptions> antiforgery) : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var seconds = options.Value.Seconds;
        var isPublic = seconds > 0 && HttpMethods.IsGet(http.Request.Method) && http.User.Identity?.IsAuthenticated != true && http.Request.Headers.Authorization.Count == 0;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = isPublic;
        context.AllowCacheStorage = isPublic;
        // When a page is in no store yet, one visitor makes it and the others wait for theirs.
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = "*";
        context.ResponseExpirationTimeSpan = TimeSpan.FromSeconds(seconds);
        // Once the middleware stores a page its headers are sent already: they are put right before that.
        if (isPublic)
            http.Response.OnStarting(() => Task.FromResult(MakePublic(http.Response.Headers)));
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        if (context.HttpContext.TurnsOver() is { } most && most < context.ResponseExpirationTimeSpan)
            context.ResponseExpirationTimeSpan = most;
        return ValueTask.CompletedTask;
    }

    private bool MakePublic(IHeaderDictionary headers)
    {
        if (headers.SetCookie.Any(cookie => cookie?.StartsWith(antiforgery.Value.Cookie.Name + "=", StringComparison.Ordinal) != true))
            return false;

        headers.Remove("Set-Cookie");
        headers.Remove("Pragma");
        // Browsers ask again, but Back shows the page at once.
        headers.CacheControl = "no-cache";
        return true;
    }
}
