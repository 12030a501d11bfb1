using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using TicketWeb.Components.Checkout;
using TicketWeb.Components.Design;
using TicketWeb.Components.Layout;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Features.WaitingRoom.UseCases;

namespace TicketWeb.Components.Storefront;

public sealed partial class EventPage(
    IEvents events,
    IOrganizations organizations,
    TicketRows ticketRows,
    IPricing pricing,
    TypedCodes typedCodes,
    FindTurn findTurn,
    NavigationManager navigation,
    IOptions<InventoryOptions> inventory,
    TimeProvider clock)
{
    private EventView? of;
    private OrganizationProfile? organization;
    private IReadOnlyList<TicketRow> rows = [];
    private List<TicketRow> tickets = [];
    private Turn turn = Turn.Free;
    private bool takesCodes;
    private CodeTerms? code;
    private Refusal? wrongCode;
    private DateTimeOffset now;

    [Parameter]
    public required string Slug { get; set; }

    /// <summary>A code that a link brought along.</summary>
    [SupplyParameterFromQuery(Name = CodeTerms.Input)]
    public string? Code { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    private int HoldMinutes => inventory.Value.ReservationMinutes;

    private string Address => Absolute($"/e/{of!.Slug}");

    private string Picture => EventCards.PictureUrl(of!.PictureId, of.Slug);

    private string SharePicture => of!.PictureId is null ? $"/art/{of.Slug}.svg?lettered=1" : Picture;

    private string Summary => of!.Summary.Length > 0 ? of.Summary : $"{EventWords.Kind(of.Category)} at {of.Venue.Name}, {of.Venue.City}, {EventWords.InFull(of.LocalStart, now)}.";

    /// <summary>Who appears besides whoever the event is named after.</summary>
    private List<string> Others => [.. of!.LineUp.Where(name => !name.Equals(of.Title, StringComparison.OrdinalIgnoreCase))];

    private string MapUrl => of!.Venue.MapUrl
        ?? $"https://www.openstreetmap.org/search?query={Uri.EscapeDataString($"{of.Venue.Name}, {of.Venue.Place}")}";

    private SearchAddress InCity => new(null, of!.Venue.City, "", null, false);

    private bool Buyable => of is { State: EventState.Published } && of.EndsAt > now && turn.MayBuy && tickets.Any(row => row.CanBeChosen);

    private TicketRow? Dearest => tickets.Where(row => row.CanBeChosen).MaxBy(row => row.PriceMinor);

    private string PriceRange
    {
        get
        {
            var sold = tickets.Where(row => row.CanBeChosen).OrderBy(row => row.PriceMinor).ToList();
            return sold[0].PriceMinor == sold[^1].PriceMinor ? sold[0].Price : $"{sold[0].Price} – {sold[^1].Price}";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        now = clock.GetUtcNow();
        of = await events.FindPublicAsync(Slug, Http.RequestAborted);
        if (of is null)
        {
            Http.AnswerNotFound();
            return;
        }

        organization = await organizations.FindAsync(of.OrganizationId, Http.RequestAborted);
        Http.TurnsOverWith(of.Offers, now);
        (code, wrongCode) = await typedCodes.LookUpAsync(Http, of.Id, Code, null, Http.RequestAborted);
        if (wrongCode is TooManyWrongCodes)
            Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        rows = await ticketRows.ForAsync(of, null, code, Http.RequestAborted);
        tickets = [.. rows.Where(row => !row.IsAddOn)];
        takesCodes = wrongCode is not null || await pricing.TakesCodesAsync(of.Id, Http.RequestAborted);
        // As for somebody who holds nothing: the page is everybody's.
        turn = await findTurn.RunAsync(of.Slug, null, Http.RequestAborted);
    }

    private string Absolute(string path) => navigation.ToAbsoluteUri(path).AbsoluteUri;
}
