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
    public LegalDetails Legal { get; init; } = LegalDetails.None;
}
