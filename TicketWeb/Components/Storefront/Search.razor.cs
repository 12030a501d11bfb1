using Microsoft.AspNetCore.Components;
using TicketWeb.Components.Design;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;

namespace TicketWeb.Components.Storefront;

public sealed partial class Search(SearchEvents events, EventCards eventCards, NavigationManager navigation, TimeProvider clock)
{
    private const int LongestText = 100;

    private SearchAddress address = new(null, null, "", null, false);
    private IReadOnlyList<Dates> dates = [];
    private SearchResult found = new([], 0, 1, 0);
    private IReadOnlyList<EventCardView> cards = [];

    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "city")]
    public string? City { get; set; }

    [SupplyParameterFromQuery(Name = "when")]
    public string? When { get; set; }

    [SupplyParameterFromQuery(Name = "category")]
    public string? CategoryName { get; set; }

    [SupplyParameterFromQuery(Name = "free")]
    public string? Free { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    private NavigationManager Navigation => navigation;

    /// <summary>"12 events", "Music in Bristol", "Free talks this weekend": what the filters come to, said once.</summary>
    private string Heading
    {
        get
        {
            var what = address.Category is { } category ? EventWords.Kinds(category) : "Events";
            var free = address.Free ? $"Free {char.ToLowerInvariant(what[0])}{what[1..]}" : what;
            var where = address.City is { } city ? $" in {city}" : "";
            var about = address.Text is { } text ? $" for “{text}”" : "";
            var when = address.When.Length > 0 ? ", " + dates.First(d => d.Key == address.When).Name.ToLowerInvariant() : "";
            return free + about + where + when;
        }
    }

    private string Advice => address.Text is null
        ? "Try another day or another kind of event."
        : "Check the spelling, try a shorter word, or look at everything that is on.";

    protected override async Task OnInitializedAsync()
    {
        // Whatever stands in the address is only a wish: what is not understood is left open.
        dates = Dates.At(clock.GetLocalNow());
        address = new SearchAddress(
            Cut(Text),
            Cut(City),
            dates.Any(d => d.Key == When) ? When! : "",
            Enum.TryParse<Category>(CategoryName, ignoreCase: true, out var category) && Enum.IsDefined(category) ? category : null,
            Free == "1",
            int.TryParse(PageNumber, out var page) ? Math.Clamp(page, 1, 1000) : 1);
        var when = dates.First(d => d.Key == address.When);

        found = await events.RunAsync(
            new EventSearch(address.Text, address.City, address.Category, when.From, when.Until, address.Free, Page: address.Page), Http.RequestAborted);
        Http.TurnsOverWith(found.Events.SelectMany(e => e.Types), clock.GetUtcNow());
        cards = await eventCards.ForAsync(found.Events, Http.RequestAborted);
    }

    private string? PageUrl(int page) => page >= 1 && page <= found.Pages ? (address with { Page = page }).Url : null;

    private static string? Current(bool chosen) => chosen ? "true" : null;

    private static string? Cut(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var trimmed && trimmed.Length > LongestText ? trimmed[..LongestText] : text.Trim();
}
