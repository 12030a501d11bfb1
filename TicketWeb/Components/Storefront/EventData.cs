using System.Text.Json;
using TicketWeb.Components.Design;
using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Storefront;

/// <summary>The event in schema.org's words, as search engines read it from the page.</summary>
public static class EventData
{
    /// <summary>A data block for the page's head. It is no script to a browser, so it needs no leave from the content security policy.</summary>
    public static string Script(EventView of, string url, string picture, OrganizationProfile? organization, IReadOnlyList<TicketRow> rows)
    {
        Dictionary<string, object?> data = new()
        {
            ["@context"] = "https://schema.org",
            ["@type"] = Type(of.Category),
            ["name"] = of.Title,
            ["url"] = url,
            ["image"] = new[] { picture },
            ["description"] = of.Summary.Length > 0 ? of.Summary : null,
            ["startDate"] = EventWords.Iso(of.LocalStart),
            ["endDate"] = EventWords.Iso(of.LocalEnd),
            ["doorTime"] = of.LocalDoors is { } doors ? EventWords.Iso(doors) : null,
            ["eventStatus"] = of.State == EventState.Cancelled ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled",
            ["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode",
            ["typicalAgeRange"] = of.AgeLimit is { } age and > 0 ? $"{age}-" : null,
            ["location"] = Place(of.Venue),
            ["organizer"] = organization is null ? null : new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = organization.Name, ["url"] = new Uri(new Uri(url), $"/o/{organization.Slug}").AbsoluteUri },
            ["performer"] = of.LineUp.Select(name => new Dictionary<string, object?> { ["@type"] = "PerformingGroup", ["name"] = name }).ToList(),
            ["offers"] = rows.Where(row => !row.Hidden).Select(row => Offer(row, of.Currency, url)).ToList(),
        };

        // The default encoder writes <, > and & as escapes: no title can end the block early.
        return $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(data.Where(d => d.Value is not null).ToDictionary())}</script>";
    }

    private static Dictionary<string, object?> Place(VenueView venue) => new()
    {
        ["@type"] = "Place",
        ["name"] = venue.Name,
        ["address"] = new Dictionary<string, object?>
        {
            ["@type"] = "PostalAddress",
            ["streetAddress"] = venue.Address,
            ["addressLocality"] = venue.City,
            ["postalCode"] = venue.PostalCode,
            ["addressCountry"] = venue.Country,
        },
    };

    private static Dictionary<string, object?> Offer(TicketRow row, Currency currency, string url) => new()
    {
        ["@type"] = "Offer",
        ["name"] = row.Name,
        ["price"] = new Money(row.PriceMinor, currency).ToPlainString(),
        ["priceCurrency"] = currency.Code,
        ["availability"] = row.CanBeChosen ? "https://schema.org/InStock" : row.State == "soldout" ? "https://schema.org/SoldOut" : "https://schema.org/OutOfStock",
        ["url"] = url,
    };

    private static string Type(Category category) => category switch
    {
        Category.Music or Category.Club => "MusicEvent",
        Category.Theatre => "TheaterEvent",
        Category.Comedy => "ComedyEvent",
        Category.Food => "FoodEvent",
        Category.Festival => "Festival",
        Category.Workshop or Category.Talk => "EducationEvent",
        Category.Film => "ScreeningEvent",
        Category.Sport => "SportsEvent",
    };
}
