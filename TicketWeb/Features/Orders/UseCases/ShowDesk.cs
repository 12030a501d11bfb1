using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>What can be sold at the desk at this moment, and for how much.</summary>
public sealed class ShowDesk(IInventory inventory, CountTiers countTiers, IPricing pricing, TimeProvider clock)
{
    /// <summary>Nothing for whoever may not sell this event.</summary>
    public async Task<IReadOnlyList<DeskRow>> RunAsync(Access access, EventView of, CancellationToken cancel)
    {
        if (!access.May(Permission.SellAtDesk) || of.OrganizationId != access.OrganizationId)
            return [];
        var stock = (await inventory.AvailabilityAsync([of.Id], cancel)).ToDictionary(a => a.TicketTypeId);
        // What only comes with tickets comes by itself.
        List<TicketTypeView> sold = [.. of.Offers.Where(t => t.MostPerOrder > 0)];
        var taken = await countTiers.RunAsync(sold, cancel);
        return [.. sold.Select(t => Row(of, t, stock.GetValueOrDefault(t.Id), taken))];
    }

    private DeskRow Row(EventView of, TicketTypeView type, Availability? stock, IReadOnlyDictionary<PriceTierId, int> taken)
    {
        var now = clock.GetUtcNow();
        var left = Math.Max(0, stock?.Left ?? 0);
        var one = pricing.One(type, pricing.Items(type, 1, taken, now)[0].UnitPrice, of.Venue.Tax, of.Fees, atDesk: true);
        var isSold = of.State == EventState.Published && PurchaseLimits.IsSold(type, of, Channel.BoxOffice, now);
        var most = Math.Min(left, Math.Min(type.MostPerOrder, type.MostPerPerson ?? type.MostPerOrder));
        return new DeskRow(type.Id, type.Name, one.Total, stock?.IsUnlimited == true ? null : left, type.FewestPerOrder, isSold && most >= type.FewestPerOrder ? most : 0, isSold, type.AddOn is not null);
    }
}
