using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What one order may hold.</summary>
internal static class PurchaseLimits
{
    /// <summary>The refusal for the first thing that may not be bought like this; null when all is well.</summary>
    public static Refusal? Check(EventView of, IReadOnlyList<TicketCount> wanted, Channel channel, DateTimeOffset now)
    {
        if (wanted.Count == 0)
            return new NothingChosen();
        foreach (var (id, count) in wanted)
        {
            if (of.TicketTypes.SingleOrDefault(t => t.Id == id) is not { } type)
                return new NotFound("ticket type");
            if (!IsSold(type, of, channel, now))
                return new NotOnSale(type.Name);
            var most = Math.Min(type.MostPerOrder, type.MostPerPerson ?? type.MostPerOrder);
            if (count < type.FewestPerOrder || count > most)
                return new OutsideLimits(type.Name, type.FewestPerOrder, most);
        }

        return null;
    }

    /// <summary>The desk goes on selling when buyers' time is over, until the event is.</summary>
    public static bool IsSold(TicketTypeView type, EventView of, Channel channel, DateTimeOffset now) =>
        type.Sale == SaleState.OnSale || (type.Sale == SaleState.Ended && channel == Channel.BoxOffice && now < of.EndsAt);
}
