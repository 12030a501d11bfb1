using TicketWeb.Features.Events;

namespace TicketWeb.Features.Orders.Domain;

internal static class CallsAService
{
    public static Task<EventView?> Find(IEvents events, EventId id) => events.FindAsync(id, CancellationToken.None);
}
