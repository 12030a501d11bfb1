using Microsoft.AspNetCore.WebUtilities;
using TicketWeb.Features.Events;

namespace TicketWeb.Components.Storefront;

/// <summary>A search as its address tells it. Every filter on the page is a link to one of these.</summary>
public sealed record SearchAddress(string? Text, string? City, string When, Category? Category, bool Free, int Page = 1)
{
    /// <summary>The address, with only what is not left open.</summary>
    public string Url
    {
        get
        {
            Dictionary<string, string?> query = new()
            {
                ["q"] = Set(Text),
                ["city"] = Set(City),
                ["when"] = Set(When),
                ["category"] = Category?.ToString().ToLowerInvariant(),
                ["free"] = Free ? "1" : null,
                ["page"] = Page > 1 ? Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            };
            return QueryHelpers.AddQueryString("/search", query.Where(q => q.Value is not null));
        }
    }

    private static string? Set(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
