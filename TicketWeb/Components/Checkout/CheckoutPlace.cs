using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Components.Checkout;

/// <summary>Where a checkout takes place: on a page of our own, or in a frame on somebody else's. The screens are the same.</summary>
/// <param name="Base">The address that the screens' forms post below.</param>
/// <param name="Look">What the host page asked for, as a query string that goes along from screen to screen; "" outside a frame.</param>
public sealed record CheckoutPlace(Channel Channel, string Base, string Look, string? Theme, bool InSheet, OrganizationProfile Organization)
{
    private static readonly string[] PassedOn = ["locale", "theme", "accent", "code", "email", "name", "types", "sheet"];

    public bool Framed => Channel == Channel.Widget;

    /// <summary>True where somebody opened the frame's address by itself: then it is a page of its own.</summary>
    public bool Alone { get; private init; }

    /// <summary>True where somebody who has an order chooses other tickets.</summary>
    public bool Again { get; private init; }

    public string? BrandColor { get; init; } = Organization.BrandColor;

    public static CheckoutPlace OnOurPage(string path, OrganizationProfile organization) => new(Channel.Storefront, path, "", null, false, organization);

    public static CheckoutPlace InFrame(string slug, HttpRequest request, OrganizationProfile organization)
    {
        var query = request.Query;
        var kept = PassedOn.Where(n => query.ContainsKey(n)).Select(n => KeyValuePair.Create<string, string?>(n, Shortened(query[n])));
        return new CheckoutPlace(Channel.Widget, $"/embed/{slug}", QueryString.Create(kept).Value ?? "", ThemeOf(request), IsSheet(request), organization)
        {
            Alone = IsAlone(request),
            Again = query["again"] == "1",
            BrandColor = query["accent"].ToString() is { Length: > 0 } accent ? $"#{accent.TrimStart('#')}" : organization.BrandColor,
        };
    }

    /// <summary>The address of one of the checkout's steps.</summary>
    public string Step(string step) => $"{Base}/{step}{Look}";

    /// <summary>Where the tickets of this event are chosen anew: in a frame, without going on with the order that it keeps.</summary>
    public string Choice(string slug) => Framed ? Base + new QueryString(Look).Add("again", "1") : $"/e/{slug}";

    /// <summary>"light" or "dark" where the host page asked for one; else null.</summary>
    public static string? ThemeOf(HttpRequest request) => request.Query["theme"].ToString() is ("light" or "dark") and var theme ? theme : null;

    /// <summary>True where the frame covers the host page.</summary>
    public static bool IsSheet(HttpRequest request) => request.Query["sheet"] == "1";

    /// <summary>True where the browser says that the frame's address was opened by itself.</summary>
    public static bool IsAlone(HttpRequest request) => request.Headers["Sec-Fetch-Dest"] == "document";

    private static string Shortened(string? value) => value is null ? "" : value[..Math.Min(value.Length, 200)];
}
