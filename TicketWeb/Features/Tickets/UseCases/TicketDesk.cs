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
            return await FindAsync(t => t.OrganizationId == organization && t.EventId == of && t.Number == number.Value, cancel) is { } typed ? View(typed) : new NotATicket();

        if (TicketCode.Unverified(code) is not { } claimed)
            return new NotATicket();

        // A guest who came to another organizer's door is at the wrong event and no forger: the code is checked with the key of whoever issued it.
        var ticket = await FindAsync(t => t.Id == TicketId.From(claimed.Ticket), cancel);
        if (!TicketCode.Read(code, await keys.OfAsync(ticket?.OrganizationId ?? organization, cancel)).IsDone(out var claim, out var refusal))
            return refusal;
        if (ticket is null)
            return new NotATicket();
        return ticket.Version == claim.Version ? View(ticket) : new Replaced();
    }

    public async Task<IReadOnlyDictionary<TicketTypeId, int>> IssuedAsync(EventId of, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Ticket>().Where(t => t.EventId == of && t.State == TicketState.Valid)
            .GroupBy(t => t.TicketTypeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    public async Task<IReadOnlyList<TicketView>> OfOrderAsync(TicketDb db, OrderId order, CancellationToken cancel) =>
        [.. (await db.Set<Ticket>().Where(t => t.OrderId == order).OrderBy(t => t.Position).ToListAsync(cancel)).Select(View)];

    public async Task RefundAsync(TicketDb db, OrderId order, IReadOnlyCollection<int> positions, CancellationToken cancel)
    {
        var wanted = positions.Order().ToArray();
        var tickets = await db.Set<Ticket>()
            .FromSql($"select *, xmin from tickets.tickets where order_id = {order.Value} and position = any({wanted}) order by id for update")
            .AsTracking().ToListAsync(cancel);
        tickets.ForEach(t => t.Refund());
    }

    public async Task<TicketView> HoldAsync(TicketDb db, TicketId id, CancellationToken cancel) =>
        View(await db.Set<Ticket>().FromSql($"select *, xmin from tickets.tickets where id = {id.Value} for share").SingleAsync(cancel));

    private async Task<Ticket?> FindAsync(Expression<Func<Ticket, bool>> wanted, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Ticket>().SingleOrDefaultAsync(wanted, cancel);
    }

    private static TicketView View(Ticket t) => new(
        t.Id, t.OrganizationId, t.EventId, t.TicketTypeId, t.OrderId, TicketNumber.Parse(t.Number)!.Value.ToString(), t.Position, t.Version, t.State, t.HolderName);
}
