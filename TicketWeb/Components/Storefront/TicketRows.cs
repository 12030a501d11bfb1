using TicketWeb.Components.Design;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Storefront;

/// <summary>Makes the rows of the form to choose tickets: for the event page and for the widget alike.</summary>
public sealed class TicketRows(IInventory inventory, IPricing pricing, TimeProvider clock)
{
    /// <param name="of">A published event.</param>
    /// <param name="chosen">Counts by ticket type that somebody has chosen already.</param>
    public async Task<IReadOnlyList<TicketRow>> ForAsync(EventView of, IReadOnlyDictionary<TicketTypeId, int>? chosen, CancellationToken cancel)
    {
        var stock = (await inventory.AvailabilityAsync([of.Id], cancel)).ToDictionary(a => a.TicketTypeId);
        return [.. of.TicketTypes.Select(type => Row(of, type, stock.GetValueOrDefault(type.Id), chosen?.GetValueOrDefault(type.Id) ?? 0))];
    }

    private TicketRow Row(EventView of, TicketTypeView type, Availability? stock, int chosen)
    {
        var one = pricing.One(type.Price, of.Venue.Tax, of.Fees);
        var fewest = Math.Max(1, type.FewestPerOrder);
        // Fewer left than are sold at once is sold out for buyers, even if it is not for the house.
        if (stock is not null && stock.Left < fewest)
            stock = stock with { Left = 0 };
        var most = Math.Min(type.MostPerOrder, stock?.Left ?? 0);
        return new TicketRow
        {
            Id = type.Id.Value.ToString(),
            Name = type.Name,
            Description = type.Description,
            Price = EventWords.Price(one.Total),
            PriceMinor = one.Total.Minor,
            FeeMinor = one.Fees.Minor,
            TaxMinor = one.AddedTax.Minor,
            State = stock is null ? "unavailable" : stock.State.ToString().ToLowerInvariant(),
            Left = Left(stock),
            Closed = Closed(of, type),
            Fewest = fewest,
            Most = Math.Max(0, most),
            Chosen = Math.Clamp(chosen, 0, Math.Max(0, most)),
        };
    }

    private static string Left(Availability? stock) => stock switch
    {
        null => "Not on sale",
        { State: StockState.SoldOut } => "Sold out",
        { State: StockState.Few } => $"Only {stock.Left} left",
        { LeftShown: { } left } => $"{left} left",
        _ => "",
    };

    private string? Closed(EventView of, TicketTypeView type) => type.Sale switch
    {
        SaleState.OnSale => null,
        SaleState.NotYet when type.OnSaleFrom is { } from => $"On sale from {EventWords.InFull(from.LocalTime(of.Venue.TimeZone), clock.GetUtcNow())}",
        SaleState.NotYet => "Not on sale yet",
        SaleState.Ended => "No longer on sale",
    };
}
