using TicketWeb.Features.Orders;
using TicketWeb.Features.Tickets.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Tickets.UseCases;

/// <summary>Makes the tickets in the transaction that marks their order paid: money and tickets are there together or not at all.</summary>
internal sealed class IssueTickets(TimeProvider clock) : IReact<OrderPaid>
{
    public Task ReactAsync(TicketDb db, OrderPaid fact, CancellationToken cancel)
    {
        foreach (var ticket in Ticket.IssueFor(fact, clock.GetUtcNow()))
            db.Insert(ticket);
        return Task.CompletedTask;
    }
}
