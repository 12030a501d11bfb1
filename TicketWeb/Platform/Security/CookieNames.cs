using Microsoft.Extensions.Options;

namespace TicketWeb.Platform.Security;

/// <summary>
/// Names our cookies. By https they carry the prefix with which browsers insist that a cookie is secure and was set by this very host;
/// by plain http, in Development, such a cookie would be refused.
/// </summary>
internal sealed class CookieNames(IOptions<SecurityOptions> options, IHostEnvironment environment)
{
    private readonly bool _https = options.Value.HttpsIn(environment);

    public void Apply(CookieBuilder cookie, string purpose)
    {
        cookie.Name = (_https ? "__Host-" : "") + "ticketweb-" + purpose;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = _https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
