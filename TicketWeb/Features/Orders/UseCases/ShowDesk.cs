using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>What can be sold at the desk at this moment, and for how much.</summary>
public sealed class ShowDesk(IInventory inventory, IPricing pricing, TimeProvider clock)
{
    /// <summary>Nothing for whoever may not sell this event.</summary>
    public async Task<IReadOnlyList<DeskRow>> RunAsync(Access access, EventView of, CancellationToken cancel)
    {
        if (!access.May(Permission.SellAtDesk) || of.OrganizationId != access.OrganizationId)
            return [];
        var left = (await inventory.AvailabilityAsync([of.Id], cancel)).ToDictionary(a => a.TicketTypeId, a => Math.Max(0, a.Left));
        return [.. of.Offers.Select(t => Row(of, t, left.GetValueOrDefault(t.Id)))];
    }

    private DeskRow Row(EventView of, TicketTypeView type, int left)
    {
        var now = clock.GetUtcNow();
        var one = pricing.Quote(new Cart(of.Currency, [CartItem.Of(type, type.Price, 1)], of.Venue.Tax) { Fees = of.Fees, AtDesk = true }, now);
        var isSold = of.State == EventState.Published && PurchaseLimits.IsSold(type, of, Channel.BoxOffice, now);
        var most = Math.Min(left, Math.Min(type.MostPerOrder, type.MostPerPerson ?? type.MostPerOrder));
        return new DeskRow(type.Id, type.Name, one.Value.Total, left, type.FewestPerOrder, isSold && most >= type.FewestPerOrder ? most : 0, isSold, type.AddOn is not null);
    }
}
