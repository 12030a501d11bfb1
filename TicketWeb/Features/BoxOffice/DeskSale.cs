using TicketWeb.Features.Orders;
using TicketWeb.Features.Tickets;

namespace TicketWeb.Features.BoxOffice;

/// <summary>An order that was sold at the desk, with its tickets and who has come in with them.</summary>
public sealed record DeskSale(PassBook Book, IReadOnlyList<OrderTicket> Tickets)
{
    public int Inside => Tickets.Count(t => t.CheckedInAt is not null);
}
