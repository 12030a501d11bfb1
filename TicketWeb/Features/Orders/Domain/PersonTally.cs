using TicketWeb.Features.Events;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What people have in their orders already, for limits that hold across them.</summary>
internal sealed class PersonTally(IEnumerable<Order> orders)
{
    private readonly Dictionary<OrderId, Order> _orders = orders.ToDictionary(o => o.Id);

    /// <summary>Counts the order for its buyer from now on; or the refusal for the first type of which they would have too many.</summary>
    public OverPersonLimit? Count(Order order)
    {
        var person = order.PersonOf(order.Email);
        foreach (var line in order.Lines.Where(l => l.MostPerPerson is not null))
        {
            var already = Already(order.Id, person, line.TicketTypeId);
            if (already + line.Count > line.MostPerPerson)
                return new OverPersonLimit(line.Name, line.MostPerPerson!.Value, already);
        }

        order.CountAgainst(person);
        _orders[order.Id] = order;
        return null;
    }

    private int Already(OrderId but, long? person, TicketTypeId type) => _orders.Values
        .Where(o => o.Id != but && o.Person == person)
        .SelectMany(o => o.Lines).Where(l => l.TicketTypeId == type).Sum(l => l.Kept);
}
