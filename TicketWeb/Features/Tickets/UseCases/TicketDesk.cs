using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Tickets.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Tickets.UseCases;

internal sealed class TicketDesk(Databases databases, SigningKeys keys) : ITickets
{
    public async Task<IReadOnlyList<SignedTicket>> OfOrderAsync(OrderId order, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var tickets = await db.Set<Ticket>().Where(t => t.OrderId == order).OrderBy(t => t.Position).ToListAsync(cancel);
        if (tickets.Count == 0)
            return [];

        var known = await keys.OfAsync(tickets[0].OrganizationId, cancel);
        var (id, key) = known.MaxBy(k => k.Key);
        return [.. tickets.Select(t => new SignedTicket(
            View(t),
            TicketCode.Sign(new TicketClaim(id, TicketClaim.ShortEvent(t.EventId.Value), t.Id.Value, (ushort)t.Version, 0), key)))];
    }

    public async Task<Outcome<TicketView>> ReadAsync(OrganizationId organization, EventId of, string code, CancellationToken cancel)
    {
        if (TicketNumber.Parse(code) is { } number)
            return await FindAsync(t => t.EventId == of && t.Number == number.Value, organization, cancel) is { } typed ? View(typed) : new NotATicket();

        if (!TicketCode.Read(code, await keys.OfAsync(organization, cancel)).IsDone(out var claim, out var refusal))
            return refusal;
        var id = TicketId.From(claim.Ticket);
        return await FindAsync(t => t.Id == id, organization, cancel) switch
        {
            null => new NotATicket(),
            var ticket when ticket.Version != claim.Version => new Replaced(),
            var ticket => View(ticket),
        };
    }

    public async Task<IReadOnlyDictionary<TicketTypeId, int>> IssuedAsync(EventId of, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Ticket>().Where(t => t.EventId == of && t.State == TicketState.Valid)
            .GroupBy(t => t.TicketTypeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    private async Task<Ticket?> FindAsync(Expression<Func<Ticket, bool>> wanted, OrganizationId organization, CancellationToken cancel)
    {
        await using var db = databases.Tenant(organization.Value);
        return await db.Set<Ticket>().SingleOrDefaultAsync(wanted, cancel);
    }

    private static TicketView View(Ticket t) => new(
        t.Id, t.OrganizationId, t.EventId, t.TicketTypeId, t.OrderId, TicketNumber.Parse(t.Number)!.Value.ToString(), t.Position, t.Version, t.State, t.HolderName);
}
