using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What people have in their orders already, for limits that hold across them.</summary>
internal sealed class PersonTally(IEnumerable<Order> orders)
{
    private readonly Dictionary<OrderId, Order> _orders = orders.ToDictionary(o => o.Id);

    /// <summary>Counts the order for its buyer from now on; or the refusal for the first type of which they would have too many, or for a code used too often.</summary>
    public Refusal? Count(Order order)
    {
        var person = order.PersonOf(order.Email);
        // A type has a line for each of its prices.
        foreach (var type in order.Lines.Where(l => l.MostPerPerson is not null).GroupBy(l => l.TicketTypeId))
        {
            var (already, line) = (Already(order.Id, person, type.Key), type.First());
            if (already + type.Sum(l => l.Count) > line.MostPerPerson)
                return new OverPersonLimit(line.Name, line.MostPerPerson!.Value, already);
        }

        if (order.CodeMostPerPerson is { } most)
        {
            var already = Others(order.Id, person).Where(o => o.DiscountCodeId == order.DiscountCodeId).Sum(o => o.CodeUses);
            if (already + order.CodeUses > most)
                return new OverCodeLimit(order.Code!, most, already);
        }

        order.CountAgainst(person);
        _orders[order.Id] = order;
        return null;
    }

    private int Already(OrderId but, long? person, TicketTypeId type) => Others(but, person)
        .SelectMany(o => o.Lines).Where(l => l.TicketTypeId == type).Sum(l => l.Kept);

    private IEnumerable<Order> Others(OrderId but, long? person) => _orders.Values.Where(o => o.Id != but && o.Person == person);
}
