using TicketWeb.Features.Events;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Tickets;

/// <summary>The front door: who may come in, and how they prove it.</summary>
public interface ITickets
{
    /// <summary>The order's tickets in their order, each with its code. The caller has shown that the order is theirs.</summary>
    Task<IReadOnlyList<SignedTicket>> OfOrderAsync(OrderId order, CancellationToken cancel);

    /// <summary>
    /// The ticket that a code or a typed number of this event stands for. Refuses with <see cref="NotATicket"/>, <see cref="Forged"/>, or
    /// <see cref="Replaced"/> for an older version than the one that counts. The ticket may be another event's, even another organization's.
    /// </summary>
    Task<Outcome<TicketView>> ReadAsync(OrganizationId organization, EventId of, string code, CancellationToken cancel);

    /// <summary>How many valid tickets each type of the event has.</summary>
    Task<IReadOnlyDictionary<TicketTypeId, int>> IssuedAsync(EventId of, CancellationToken cancel);

    /// <summary>The order's tickets in their order, in the caller's transaction.</summary>
    Task<IReadOnlyList<TicketView>> OfOrderAsync(TicketDb db, OrderId order, CancellationToken cancel);

    /// <summary>Marks these tickets of an order as refunded and holds them locked until the transaction ends.</summary>
    Task RefundAsync(TicketDb db, OrderId order, IReadOnlyCollection<int> positions, CancellationToken cancel);

    /// <summary>The ticket as it is now and stays until the transaction ends: nobody refunds it meanwhile. Scans do not wait for each other.</summary>
    Task<TicketView> HoldAsync(TicketDb db, TicketId id, CancellationToken cancel);
}
