using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>An add-on was chosen without a ticket that it is for.</summary>
public sealed record OnlyWithTicket(string Name, string Tickets) : Refusal("only_with_ticket", $"{Name} is sold with {Tickets} only. Choose one as well.")
{
    /// <summary>Names the ticket types that the add-on is for, as far as everybody may know of them.</summary>
    public static OnlyWithTicket Of(EventView of, TicketTypeView addOn)
    {
        var types = of.TicketTypes.Where(t => !t.Hidden && addOn.AddOn!.GoesWith.Contains(t.Id)).Select(t => t.Name).ToList();
        return new OnlyWithTicket(addOn.Name, types.Count == 0 ? "a ticket" : string.Join(" or ", types));
    }
}
