using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace TicketWeb.Platform.Security;

/// <summary>
/// Says once that a proxy speaks https to people and is not among those that we believe. Requests look like plain http then, over which our
/// cookies do not go, and every form fails.
/// </summary>
internal sealed partial class UntrustedProxy(RequestDelegate next, IOptions<SecurityOptions> options, IHostEnvironment environment, ILogger<UntrustedProxy> logger)
{
    private readonly bool _https = options.Value.HttpsIn(environment);
    private int _said;

    public Task InvokeAsync(HttpContext context)
    {
        // A trusted proxy's header has been taken off by now.
        if (_https && !context.Request.IsHttps && context.Request.Headers[ForwardedHeadersDefaults.XForwardedProtoHeaderName] == "https" && Interlocked.Exchange(ref _said, 1) == 0)
            LogUntrusted();
        return next(context);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A proxy says that people come by https, but its address is not in Security:TrustedProxies. Until it is, signing in and other forms fail, and all visitors look like one")]
    private partial void LogUntrusted();
}
