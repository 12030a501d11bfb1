using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>The add-ons that come with tickets for nothing. While an add-on is not on sale, none of it comes along either.</summary>
internal static class IncludedAddOns
{
    public static IReadOnlyList<TicketCount> With(EventView of, IReadOnlyList<TicketCount> wanted, Channel channel, DateTimeOffset now) =>
    [
        .. from type in of.AddOns
           where PurchaseLimits.IsSold(type, of, channel, now)
           let count = type.AddOn!.IncludedWith(Tickets(of, type.AddOn, wanted))
           where count > 0
           select new TicketCount(type.Id, count),
    ];

    /// <summary>How many tickets somebody wants that an add-on is for.</summary>
    public static int Tickets(EventView of, AddOnTerms addOn, IReadOnlyList<TicketCount> wanted) =>
        wanted.Where(w => addOn.IsFor(w.TicketTypeId) && of.TicketTypes.Any(t => t.Id == w.TicketTypeId)).Sum(w => w.Count);
}
