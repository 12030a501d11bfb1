using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Door.Domain;
using TicketWeb.Features.Events;
using TicketWeb.Features.Tickets;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Door.UseCases;

/// <summary>Counts who has come in.</summary>
public sealed class DoorCount(Databases databases, ITickets tickets) : IDoor
{
    public async Task<DoorFigures> FiguresAsync(EventId of, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var byType = await db.Set<CheckIn>().Where(c => c.EventId == of)
            .GroupBy(c => c.TicketTypeId).Select(g => new { g.Key, Count = g.Select(c => c.TicketId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new DoorFigures(byType.Values.Sum(), byType);
    }

    /// <summary>How many have come in on this day of the event, and how many hold a ticket that counts.</summary>
    internal async Task<(int Inside, int Expected)> TodayAsync(TicketDb db, EventView here, DateTimeOffset at, CancellationToken cancel)
    {
        var day = EventDays.Of(here).DayOf(at);
        var inside = await db.Set<CheckIn>().CountAsync(c => c.EventId == here.Id && c.Day == day, cancel);
        return (inside, (await tickets.IssuedAsync(here.Id, cancel)).Values.Sum());
    }
}
