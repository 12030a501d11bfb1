using TicketWeb.Components.Design;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Pricing;

namespace TicketWeb.Components.Storefront;

/// <summary>Makes cards of what a search found: with the price that will be paid, and with what is left.</summary>
public sealed class EventCards(IInventory inventory, IPricing pricing, TimeProvider clock)
{
    public async Task<IReadOnlyList<EventCardView>> ForAsync(IReadOnlyList<EventListing> events, CancellationToken cancel)
    {
        if (events.Count == 0)
            return [];
        var stock = (await inventory.AvailabilityAsync([.. events.Select(e => e.Id)], cancel)).ToLookup(a => a.EventId);
        return [.. events.Select(e => Card(e, [.. stock[e.Id]]))];
    }

    private EventCardView Card(EventListing of, IReadOnlyList<Availability> stock)
    {
        var now = clock.GetUtcNow();
        var (badge, tone) = Badge(of, stock, now);
        return new EventCardView
        {
            Name = of.Title,
            Url = $"/e/{of.Slug}",
            PictureUrl = PictureUrl(of.PictureId, of.Slug),
            When = EventWords.Brief(of.LocalStart, now),
            WhenIso = EventWords.Iso(of.LocalStart),
            Where = $"{of.VenueName}, {of.City}",
            Price = Price(of),
            Badge = badge,
            BadgeTone = tone,
            Past = of.State == EventState.Cancelled || of.EndsAt <= now,
        };
    }

    /// <summary>The event's own picture, or the one composed from its name.</summary>
    public static string PictureUrl(Guid? picture, string slug) => picture is { } id ? $"/pictures/{id}" : $"/art/{slug}.svg";

    private string? Price(EventListing of) => (of.LowestPrice, of.HighestPrice) switch
    {
        ({ } low, { } high) when low == high => EventWords.Price(pricing.One(low, of.Tax, of.Fees).Total),
        ({ } low, _) => low.Minor == 0 ? "from free" : $"from {pricing.One(low, of.Tax, of.Fees).Total}",
        _ => null,
    };

    private static (string? Badge, string Tone) Badge(EventListing of, IReadOnlyList<Availability> stock, DateTimeOffset now) => stock switch
    {
        _ when of.State == EventState.Cancelled => ("Cancelled", "bad"),
        _ when of.SaleOpensAt is { } opens && opens > now => ($"On sale {EventWords.Brief(opens.ToOffset(of.LocalStart.Offset), now)}", ""),
        [] => (null, ""),
        _ when stock.All(s => s.State == StockState.SoldOut) => ("Sold out", "gone"),
        [{ State: StockState.Few, Left: var left }] => ($"Only {left} left", "few"),
        _ when stock.All(s => s.State != StockState.Available) => ("Last tickets", "few"),
        _ => (null, ""),
    };
}
