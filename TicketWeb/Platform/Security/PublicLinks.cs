using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace TicketWeb.Platform.Security;

/// <summary>Makes whole addresses for mails and other places outside the page.</summary>
public sealed class PublicLinks(IOptions<SecurityOptions> options, IHttpContextAccessor http, OwnAddress self)
{
    /// <param name="path">Starts with a slash.</param>
    /// <param name="query">Names and values; those without a value are left out.</param>
    public string To(string path, params IEnumerable<(string Name, string? Value)> query) => QueryHelpers.AddQueryString(
        new Uri(Root(), path).AbsoluteUri,
        query.Where(q => q.Value is not null).Select(q => KeyValuePair.Create(q.Name, q.Value)));

    // Without a public address we are in Development: the browser's own idea of it serves, and without a browser, where we listen.
    private Uri Root() => options.Value.PublicAddress
        ?? (http.HttpContext is { Request: var request } ? new Uri($"{request.Scheme}://{request.Host}") : self.Value);
}
