using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>An add-on was chosen without a ticket that it is for.</summary>
public sealed record OnlyWithTicket(string Name, string Tickets) : Refusal("only_with_ticket", $"{Name} is sold with {Tickets} only. Choose one as well.")
{
    public static OnlyWithTicket Of(EventView of, TicketTypeView addOn) => new(addOn.Name, of.NamesFor(addOn.AddOn!) is { Length: > 0 } types ? types : "a ticket");
}
