using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.UseCases;

/// <summary>Finds what is on: published events that are not over, the next one first.</summary>
public sealed class SearchEvents(Databases databases, TimeProvider clock)
{
    private const int PageSize = 24;

    public async Task<SearchResult> RunAsync(EventSearch search, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Service();
        var found =
            from e in db.Set<Event>()
            join v in db.Set<Venue>() on e.VenueId equals v.Id
            where e.State == EventState.Published && e.EndsAt > now
            select new { Event = e, Venue = v };

        if (search.Organization is { } organization)
            found = found.Where(f => f.Event.OrganizationId == organization);
        if (search.Category is { } category)
            found = found.Where(f => f.Event.Category == category);
        if (search.From is { } from)
            found = found.Where(f => f.Event.EndsAt > from);
        if (search.Until is { } until)
            found = found.Where(f => f.Event.StartsAt < until);
        if (Pattern(search.City) is { } city)
            found = found.Where(f => EF.Functions.ILike(f.Venue.City, city));
        if (search.FreeOnly)
            found = found.Where(f => db.Set<TicketType>().Any(t => t.EventId == f.Event.Id && t.Price == 0 && !t.Hidden && !t.IsAddOn));
        foreach (var word in (search.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var pattern = Pattern(word)!;
            found = found.Where(f => EF.Functions.ILike(f.Event.Title, pattern) || EF.Functions.ILike(f.Venue.Name, pattern)
                || EF.Functions.ILike(f.Venue.City, pattern) || f.Event.LineUp.Any(a => EF.Functions.ILike(a, pattern)));
        }

        var total = await found.CountAsync(cancel);
        var page = Math.Max(1, search.Page);
        var rows = await found.OrderBy(f => f.Event.StartsAt).ThenBy(f => f.Event.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var ids = rows.Select(r => r.Event.Id).ToList();
        var types = (await db.Set<TicketType>().Where(t => ids.Contains(t.EventId) && !t.Hidden && !t.IsAddOn).ToListAsync(cancel)).ToLookup(t => t.EventId);
        return new SearchResult([.. rows.Select(r => Listing(r.Event, r.Venue, [.. types[r.Event.Id]], now))], total, page, (total + PageSize - 1) / PageSize);
    }

    internal static EventListing Listing(Event e, Venue v, IReadOnlyList<TicketType> types, DateTimeOffset now) => new(
        e.Id, e.OrganizationId, e.Slug, e.Title, e.Category, v.Name, v.City, v.TimeZone, e.StartsAt, e.EndsAt, e.State, e.PictureId,
        v.Tax,
        types.Count > 0 && types.All(t => t.SaleAt(now, e.EndsAt) == SaleState.NotYet) ? types.Min(t => t.OnSaleFrom) : null)
    {
        Types = [.. types.OrderBy(t => t.Position).Select(t => EventReader.View(t, e, now))],
        Fees = e.Fees,
    };

    /// <summary>Anywhere in the text, with what PostgreSQL would take as a wildcard taken as itself.</summary>
    private static string? Pattern(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : $"%{text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
