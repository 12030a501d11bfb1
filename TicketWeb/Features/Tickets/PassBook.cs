using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Tickets;

/// <summary>A paid order with all that is shown, printed or sent of its tickets.</summary>
public sealed record PassBook(OrderView Order, EventView Event, OrganizationProfile Organization, IReadOnlyList<SignedTicket> Tickets)
{
    /// <summary>Those that let somebody in: what was refunded is shown, but neither printed nor sent.</summary>
    public IReadOnlyList<SignedTicket> Good => [.. Tickets.Where(t => t.Ticket.State == TicketState.Valid)];

    /// <summary>The name of a ticket's type.</summary>
    public string TypeOf(SignedTicket ticket) => Event.TicketTypes.Single(t => t.Id == ticket.Ticket.TicketTypeId).Name;
}
