using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace TicketWeb.Platform.Security;

/// <summary>
/// Sends the headers that make browsers our second guard. They are written as the response starts, so that a page has had its say
/// (<see cref="PagePolicy"/>, <see cref="CspNonce"/>) and error pages carry them too.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<SecurityOptions> options, IHostEnvironment environment)
{
    private readonly bool _https = options.Value.HttpsIn(environment);

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpContext context)
    {
        var page = context.RequestServices.GetRequiredService<PagePolicy>();
        var nonce = context.RequestServices.GetRequiredService<CspNonce>();
        var headers = context.Response.Headers;

        headers.ContentSecurityPolicy = Policy(context.Request.Path, page, nonce);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = IsSecret(context) ? "no-referrer" : "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = $"camera={(AtTheDoor(context.Request.Path) ? "(self)" : "()")}, microphone=(), usb=(), payment=({Payers(page)}), geolocation=(self)";
        // Some wallets ask in a window of their own, which has to find its way back.
        headers["Cross-Origin-Opener-Policy"] = page.Payers.Count > 0 ? "same-origin-allow-popups" : "same-origin";
        if (page.FrameAncestors.Count == 0)
            headers.XFrameOptions = "DENY";
        if (_https && context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";

        if (IsSecret(context))
        {
            headers.CacheControl = "no-store";
            headers["X-Robots-Tag"] = "noindex";
        }

        if (nonce.WasAsked && context.Features.Get<IOutputCacheFeature>() is { } cache)
            cache.Context.AllowCacheStorage = false;
    }

    private static string Policy(PathString path, PagePolicy page, CspNonce nonce)
    {
        string[] scripts = nonce.WasAsked ? [$"'nonce-{nonce.Value}'", "'strict-dynamic'"] : ["'self'"];
        var directives = new List<string>
        {
            "default-src 'none'",
            // The scanner's decoder is WebAssembly, on browsers that cannot read codes themselves.
            Directive("script-src", [.. scripts, .. AtTheDoor(path) ? ["'wasm-unsafe-eval'"] : Array.Empty<string>()]),
            Directive("style-src", ["'self'"]),
            Directive("img-src", ["'self'", "data:", "blob:"]),
            Directive("font-src", ["'self'"]),
            Directive("connect-src", ["'self'"]),
            Directive("manifest-src", ["'self'"]),
            Directive("worker-src", ["'self'"]),
            Directive("media-src", AtTheDoor(path) ? ["'self'", "blob:"] : ["'self'"]),
            Directive("frame-src", ["'self'"]),
            Directive("form-action", ["'self'"]),
            // A circuit asks the page's base for its own address.
            $"base-uri {(InTheDashboard(path) ? "'self'" : "'none'")}",
            "object-src 'none'",
            page.FrameAncestors.Count == 0 ? "frame-ancestors 'none'" : Directive("frame-ancestors", []),
        };
        // The dashboard's components place their pop-ups with style attributes, and mails are written with nothing else;
        // scripts stay as strict as everywhere.
        if (path.StartsWithSegments("/manage", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/dev/mailbox", StringComparison.OrdinalIgnoreCase))
            directives.Add("style-src-attr 'unsafe-inline'");
        return string.Join("; ", directives);

        string Directive(string name, string[] sources) => $"{name} {string.Join(' ', (string[])[.. sources, .. page.Extra(name)])}";
    }

    private static string Payers(PagePolicy page) => string.Join(' ', (string[])["self", .. page.Payers.Select(p => $"\"{p}\"")]);

    private static bool AtTheDoor(PathString path) => path.StartsWithSegments("/door", StringComparison.OrdinalIgnoreCase);

    private static bool InTheDashboard(PathString path) => path.StartsWithSegments("/manage", StringComparison.OrdinalIgnoreCase);

    private static bool IsSecret(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<SecretLinkAttribute>() is not null;
}
