using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What one order may hold.</summary>
internal static class PurchaseLimits
{
    /// <summary>The refusal for the first thing that may not be bought like this; null when all is well.</summary>
    /// <param name="code">A code that can be used now; null where there is none.</param>
    public static Refusal? Check(EventView of, IReadOnlyList<TicketCount> wanted, Channel channel, CodeTerms? code, DateTimeOffset now)
    {
        if (wanted.Count == 0)
            return new NothingChosen();
        foreach (var (id, count) in wanted)
        {
            // What is hidden is not there for those who do not know it; the desk does.
            if (of.Offers.SingleOrDefault(t => t.Id == id) is not { } type || (channel != Channel.BoxOffice && !(code?.Shows(type) ?? !type.Hidden)))
                return new NotFound("ticket type");
            if ((!IsSold(type, of, channel, now) && code?.Opens(type) != true) || type.MostPerOrder == 0)
                return new NotOnSale(type.Name);
            if (type.AddOn is { } addOn && IncludedAddOns.Tickets(of, addOn, wanted) == 0)
                return OnlyWithTicket.Of(of, type);
            var most = code?.MostOf(type) ?? Math.Min(type.MostPerOrder, type.MostPerPerson ?? type.MostPerOrder);
            if (count < type.FewestPerOrder || count > most)
                return new OutsideLimits(type.Name, type.FewestPerOrder, most);
        }

        return null;
    }

    /// <summary>The desk goes on selling when buyers' time is over, until the event is.</summary>
    public static bool IsSold(TicketTypeView type, EventView of, Channel channel, DateTimeOffset now) =>
        type.Sale == SaleState.OnSale || (type.Sale == SaleState.Ended && channel == Channel.BoxOffice && now < of.EndsAt);
}
