using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

/// <summary>What pages and other features see of an organization.</summary>
/// <param name="BrandColor">"#5a35e8", or null for ours.</param>
/// <param name="EmbedOrigins">Origins that may frame the widget; "*" is any site, empty is none.</param>
public sealed record OrganizationProfile(
    OrganizationId Id,
    string Name,
    string Slug,
    string TimeZone,
    Currency Currency,
    string ContactEmail,
    string? BrandColor,
    IReadOnlyList<string> EmbedOrigins)
{
    /// <summary>Whether browsers let a site frame the widget. To them, who lists a site's address with http means https as well.</summary>
    /// <param name="origin">As the site's browser says it, like <c>https://www.example.org</c>.</param>
    public bool MayEmbed(string origin) => EmbedOrigins.Contains("*") || EmbedOrigins.Contains(origin)
        || (origin.StartsWith("https://", StringComparison.Ordinal) && EmbedOrigins.Contains($"http{origin["https".Length..]}"));

    public LegalDetails Legal { get; init; } = LegalDetails.None;
}
