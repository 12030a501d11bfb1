using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Door.Domain;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Tickets;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Door.UseCases;

/// <summary>Tells an order of its tickets, and who has come in with them.</summary>
internal sealed class OrderTickets(ITickets tickets) : IOrderTickets
{
    public async Task<IReadOnlyList<OrderTicket>> OfAsync(TicketDb db, OrderId order, CancellationToken cancel)
    {
        var all = await tickets.OfOrderAsync(db, order, cancel);
        var ids = all.Select(t => t.Id).ToList();
        var entries = (await db.Set<CheckIn>().Where(c => ids.Contains(c.TicketId)).ToListAsync(cancel)).ToLookup(c => c.TicketId);
        return [.. all.Select(t =>
        {
            var first = entries[t.Id].MinBy(c => c.At);
            return new OrderTicket(t.Position, t.TicketTypeId, t.Number, t.HolderName, t.State == TicketState.Valid, first?.At, first?.Gate ?? "");
        })];
    }

    public async Task<IReadOnlySet<int>> VoidAsync(TicketDb db, OrderId order, IReadOnlyCollection<int> positions, CancellationToken cancel)
    {
        await tickets.RefundAsync(db, order, positions, cancel);
        var all = await OfAsync(db, order, cancel);
        return all.Where(t => t.CheckedInAt is not null && positions.Contains(t.Position)).Select(t => t.Position).ToHashSet();
    }
}
