using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http.HttpResults;
using TicketWeb.Components.Design;
using TicketWeb.Components.Design.Art;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Tickets.Passes;

namespace TicketWeb.Components.Storefront;

/// <summary>What the storefront serves besides pages: pictures, brand colours, and what search engines ask for.</summary>
public static class StorefrontEndpoints
{
    private const string Forever = "public, max-age=31536000, immutable", ADay = "public, max-age=86400";
    private const int MostInSitemap = 5000;

    public static void MapStorefront(this IEndpointRouteBuilder app)
    {
        app.MapGet("/art/{slug}.svg", DrawAsync);
        app.MapGet("/e/{slug}/event.ics", CalendarAsync);
        app.MapGet("/pictures/{id:guid}", ShowAsync);
        app.MapGet("/brand/{colour:regex(^[0-9a-f]{{6}}$)}.css", Colour);
        app.MapGet("/robots.txt", Robots);
        app.MapGet("/sitemap.xml", SitemapAsync);
    }

    private static async Task<Results<ContentHttpResult, NotFound>> DrawAsync(string slug, bool? lettered, IEvents events, HttpResponse response, CancellationToken cancel)
    {
        if (await events.FindPublicAsync(slug, cancel) is not { } of)
            return TypedResults.NotFound();
        response.Headers.CacheControl = ADay;
        return TypedResults.Text(EventArt.Draw(of.Title, of.Category.ToString(), lettered ?? false), "image/svg+xml", Encoding.UTF8);
    }

    private static async Task<Results<ContentHttpResult, NotFound>> CalendarAsync(string slug, IEvents events, TimeProvider clock, HttpRequest request, HttpResponse response, CancellationToken cancel)
    {
        if (await events.FindPublicAsync(slug, cancel) is not { } of)
            return TypedResults.NotFound();
        var entry = new CalendarEntry
        {
            // The same as in the file that comes with the tickets: whoever takes both has the evening once.
            Uid = $"{of.Id.Value:N}@ticketweb",
            Sequence = of.State == EventState.Cancelled ? 1 : 0,
            Title = of.Title,
            Start = of.DoorsAt ?? of.StartsAt,
            End = of.EndsAt,
            Location = $"{of.Venue.Name}, {of.Venue.Place}",
            Description = of.Summary.Length > 0 ? of.Summary : null,
            Url = new Uri($"{Root(request)}/e/{of.Slug}"),
            Cancelled = of.State == EventState.Cancelled,
        };
        response.Headers.ContentDisposition = $"attachment; filename=\"{of.Slug}.ics\"";
        return TypedResults.Text(CalendarFile.Write([entry], clock.GetUtcNow()), CalendarFile.ContentType);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ShowAsync(Guid id, ShowPicture pictures, HttpResponse response, CancellationToken cancel)
    {
        if (await pictures.ReadAsync(id, cancel) is not var (content, contentType))
            return TypedResults.NotFound();
        // A picture's id is never given to another, and its bytes came from outside: kept for ever, taken for nothing else.
        response.Headers.CacheControl = Forever;
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.File(content, contentType);
    }

    private static ContentHttpResult Colour(string colour, HttpResponse response)
    {
        response.Headers.CacheControl = Forever;
        return TypedResults.Text(Brand.From(colour)!.Css, "text/css", Encoding.UTF8);
    }

    private static ContentHttpResult Robots(HttpRequest request) => TypedResults.Text(
        $"User-agent: *\nDisallow: /search?*page=\nDisallow: /manage\nDisallow: /door\nDisallow: /account\nSitemap: {Root(request)}/sitemap.xml\n", "text/plain", Encoding.UTF8);

    private static async Task<ContentHttpResult> SitemapAsync(HttpRequest request, SearchEvents events, CancellationToken cancel)
    {
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        List<string> paths = ["/", "/search", "/organizers"];
        for (var (page, pages) = (1, 1); page <= pages && paths.Count < MostInSitemap; page++)
        {
            var found = await events.RunAsync(new EventSearch(Page: page), cancel);
            pages = found.Pages;
            paths.AddRange(found.Events.Select(e => $"/e/{e.Slug}"));
        }

        var root = Root(request);
        var document = new XElement(map + "urlset", paths.Select(path => new XElement(map + "url", new XElement(map + "loc", root + path))));
        return TypedResults.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{document}\n", "application/xml", Encoding.UTF8);
    }

    private static string Root(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
