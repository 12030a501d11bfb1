namespace TicketWeb.Platform.Security;

/// <summary>
/// What one page needs beyond the strict default policy. A page injects it and says so before it renders: the widget allows its host to
/// frame it, the pay page allows the card fields' origin. One per request.
/// </summary>
public sealed class PagePolicy
{
    private const string Scheme = "https://";
    private const string Subdomains = Scheme + "*.";

    private readonly Dictionary<string, List<string>> _extra = [];

    internal IReadOnlyList<string> FrameAncestors => Extra("frame-ancestors");

    /// <summary>Who may ask the browser's wallets, besides ourselves: the one entry that goes into the permissions policy.</summary>
    internal IReadOnlyList<string> Payers => Extra("payment");

    internal IReadOnlyList<string> Extra(string directive) => _extra.TryGetValue(directive, out var sources) ? sources : [];

    /// <summary>Allows sites to show this page in a frame.</summary>
    /// <param name="origins">Like <c>https://www.example.org</c>; "*" is any site, <c>https://*.example.org</c> all below one. What is neither is left out.</param>
    public void AllowFraming(IEnumerable<string> origins) => Allow("frame-ancestors", origins);

    /// <summary>Adds sources to a directive of the content security policy, like <c>script-src</c>.</summary>
    public void Allow(string directive, params IEnumerable<string> sources)
    {
        if (!_extra.TryGetValue(directive, out var known))
            _extra[directive] = known = [];
        known.AddRange(sources.Select(Clean).OfType<string>());
    }

    /// <summary>Origins come from what organizers typed: nothing but an origin may reach the header.</summary>
    private static string? Clean(string source) => source == "*" ? source
        : source.StartsWith(Subdomains, StringComparison.Ordinal) ? Clean(Scheme + source[Subdomains.Length..])?.Insert(Scheme.Length, "*.")
        : Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0 ? uri.GetLeftPart(UriPartial.Authority)
        : null;
}
