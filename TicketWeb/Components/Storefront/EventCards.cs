using TicketWeb.Components.Design;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Pricing;

namespace TicketWeb.Components.Storefront;

/// <summary>Makes cards of what a search found: with the price that will be paid, and with what is left.</summary>
public sealed class EventCards(IInventory inventory, IPricing pricing, CountTiers countTiers, TimeProvider clock)
{
    public async Task<IReadOnlyList<EventCardView>> ForAsync(IReadOnlyList<EventListing> events, CancellationToken cancel)
    {
        if (events.Count == 0)
            return [];
        var stock = (await inventory.AvailabilityAsync([.. events.Select(e => e.Id)], cancel)).ToLookup(a => a.EventId);
        var taken = await countTiers.RunAsync(events.SelectMany(e => e.Types), cancel);
        return [.. events.Select(e => Card(e, [.. stock[e.Id].Where(a => e.Types.Any(t => t.Id == a.TicketTypeId))], taken))];
    }

    private EventCardView Card(EventListing of, IReadOnlyList<Availability> stock, IReadOnlyDictionary<PriceTierId, int> taken)
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
            Price = Price(of, taken, now),
            Badge = badge,
            BadgeTone = tone,
            Past = of.State == EventState.Cancelled || of.EndsAt <= now,
        };
    }

    /// <summary>The event's own picture, or the one composed from its name.</summary>
    public static string PictureUrl(Guid? picture, string slug) => picture is { } id ? $"/pictures/{id}" : $"/art/{slug}.svg";

    private string? Price(EventListing of, IReadOnlyDictionary<PriceTierId, int> taken, DateTimeOffset now) =>
        of.Types.Select(t => pricing.One(t, pricing.Items(t, 1, taken, now)[0].UnitPrice, of.Tax, of.Fees).Total).OrderBy(p => p.Minor).ToList() switch
        {
            [] => null,
            [var low, .., var high] when low != high => low.Minor == 0 ? "from free" : $"from {low}",
            [var low, ..] when of.Types.Any(t => t.ChoosesAmount) => low.Minor == 0 ? "from free" : $"from {low}",
            [var low, ..] => EventWords.Price(low),
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
