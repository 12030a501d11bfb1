using TicketWeb.Components.Design;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Components.Storefront;

/// <summary>Makes the rows of the form to choose tickets: for the event page and for the widget alike.</summary>
public sealed class TicketRows(IInventory inventory, IPricing pricing, CountTiers countTiers, TimeProvider clock)
{
    /// <summary>As of stock: a page does not count beyond it.</summary>
    private const int MostShown = 200;

    /// <param name="of">A published event.</param>
    /// <param name="chosen">Counts by ticket type that somebody has chosen already.</param>
    /// <param name="code">A code that somebody has and can use; null where there is none. What is hidden has a row only with one.</param>
    public async Task<IReadOnlyList<TicketRow>> ForAsync(EventView of, IReadOnlyDictionary<TicketTypeId, int>? chosen, CodeTerms? code, CancellationToken cancel)
    {
        var stock = (await inventory.AvailabilityAsync([of.Id], cancel)).ToDictionary(a => a.TicketTypeId);
        var aside = code?.AllocationId is { } id ? (await inventory.FindAllocationAsync(id, cancel))?.Left : null;
        foreach (var (type, left) in aside ?? new Dictionary<TicketTypeId, int>())
            stock[type] = new Availability(of.Id, type, left);
        List<TicketTypeView> shown = [.. of.Offers.Where(type => code?.Shows(type) ?? !type.Hidden)];
        var taken = await countTiers.RunAsync(shown, cancel);
        return [.. shown.Select(type => Row(of, type, code, stock.GetValueOrDefault(type.Id), taken, chosen?.GetValueOrDefault(type.Id) ?? 0) with { SetAside = aside?.ContainsKey(type.Id) == true })];
    }

    private TicketRow Row(EventView of, TicketTypeView type, CodeTerms? code, Availability? stock, IReadOnlyDictionary<PriceTierId, int> taken, int chosen)
    {
        var item = pricing.Items(type, 1, taken, clock.GetUtcNow())[0];
        var one = pricing.One(type, item.UnitPrice, of.Venue.Tax, of.Fees);
        var fewest = Math.Max(1, type.FewestPerOrder);
        // Fewer left than are sold at once is sold out for buyers, even if it is not for the house.
        if (stock is not null && stock.Left < fewest)
            stock = stock with { Left = 0 };
        var most = Math.Min(code?.MostOf(type) ?? type.MostPerOrder, stock?.Left ?? 0);
        return new TicketRow
        {
            Id = type.Id.Value.ToString(),
            Name = type.Name,
            Description = type.Description,
            Price = type.MostPerOrder == 0 ? "Included" : !type.ChoosesAmount ? EventWords.Price(one.Total) : one.Total.Minor == 0 ? "You choose how much" : $"{type.Price} or more",
            ChoosesAmount = type.ChoosesAmount,
            AmountTax = of.Venue.Tax.Included ? 0 : of.Venue.Tax.Rate.Value,
            PriceMinor = one.Total.Minor,
            FeeMinor = one.Fees.Minor,
            TaxMinor = one.AddedTax.Minor,
            IsAddOn = type.AddOn is not null,
            Terms = type.AddOn is { } addOn ? EventWords.Terms(of, addOn) : "",
            OnlyIncluded = type.MostPerOrder == 0,
            Tier = item.Tier is { } tier ? Tier(of, tier, tier.Left(taken.GetValueOrDefault(tier.Id)), stock) : "",
            SoManyOnly = item.Tier is { Most: not null },
            State = stock is null ? "unavailable" : stock.State.ToString().ToLowerInvariant(),
            Left = Left(stock),
            Closed = code?.Opens(type) == true ? null : Closed(of, type),
            Hidden = type.Hidden,
            Fewest = fewest,
            Most = Math.Max(0, most),
            Chosen = Math.Clamp(chosen, 0, Math.Max(0, most)),
        };
    }

    /// <summary>How long this price lasts, and for how many: only where that is fewer than there are tickets.</summary>
    private string Tier(EventView of, PriceTier tier, int? left, Availability? stock)
    {
        var until = tier.Until is { } end ? $"{tier.Name} until {EventWords.InFull(end.LocalTime(of.Venue.TimeZone), clock.GetUtcNow())}" : tier.Name;
        return left < stock?.Left && left <= MostShown ? $"{until} · {left} left at this price" : until;
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
