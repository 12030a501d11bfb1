using System.Globalization;
using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Storefront;

/// <summary>Dates, prices and kinds of event as the storefront says them.</summary>
public static class EventWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Fri 12 Mar · 20:00", with the year when it is not this one.</summary>
    public static string Brief(DateTimeOffset local, DateTimeOffset now) =>
        local.ToString(local.Year == now.Year ? "ddd d MMM · HH:mm" : "ddd d MMM yyyy · HH:mm", English);

    /// <summary>"Friday 12 March, 20:00", with the year when it is not this one.</summary>
    public static string InFull(DateTimeOffset local, DateTimeOffset now) =>
        local.ToString(local.Year == now.Year ? "dddd d MMMM, HH:mm" : "dddd d MMMM yyyy, HH:mm", English);

    public static string Clock(DateTimeOffset local) => local.ToString("HH:mm", English);

    /// <summary>For programs, with the offset of the place.</summary>
    public static string Iso(DateTimeOffset local) => local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>"Doors 19:00 · ends about 23:00 · London time".</summary>
    public static string Around(EventView of)
    {
        var ends = of.LocalEnd.Date == of.LocalStart.Date || of.EndsAt - of.StartsAt < TimeSpan.FromHours(14)
            ? $"ends about {Clock(of.LocalEnd)}"
            : $"until {of.LocalEnd.ToString("ddd d MMM, HH:mm", English)}";
        var zone = TimeZones.Spoken(of.Venue.TimeZone);
        return of.LocalDoors is { } doors ? $"Doors {Clock(doors)} · {ends} · {zone}" : $"{char.ToUpperInvariant(ends[0])}{ends[1..]} · {zone}";
    }

    public static string Price(Money allIn) => allIn.Minor == 0 ? "Free" : allIn.ToString();

    /// <summary>What an add-on goes with, and what of it comes for nothing; "" where it goes with everything and is bought.</summary>
    public static string Terms(EventView of, AddOnTerms addOn)
    {
        var types = of.NamesFor(addOn);
        return addOn.IncludedPer switch
        {
            IncludedPer.Ticket => $"{addOn.Included} included with each {(types.Length == 0 ? "ticket" : types)}, while there are any",
            IncludedPer.Order => $"{addOn.Included} included with each order{(types.Length == 0 ? "" : $" of {types}")}, while there are any",
            null => types.Length == 0 ? "" : $"Goes with {types}",
        };
    }

    /// <summary>What one event of this kind is.</summary>
    public static string Kind(Category category) => category switch
    {
        Category.Music => "Live music",
        Category.Club => "Club night",
        Category.Talk => "Talk",
        Category.Theatre => "Theatre",
        Category.Comedy => "Comedy",
        Category.Food => "Food & drink",
        Category.Festival => "Festival",
        Category.Workshop => "Workshop",
        Category.Film => "Film",
        Category.Sport => "Sport",
    };

    /// <summary>What many of this kind are called.</summary>
    public static string Kinds(Category category) => category switch
    {
        Category.Music => "Music",
        Category.Club => "Club nights",
        Category.Talk => "Talks",
        Category.Festival => "Festivals",
        Category.Workshop => "Workshops",
        _ => Kind(category),
    };
}
