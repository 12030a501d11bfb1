using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders;

/// <summary>
/// What orders have to ask of tickets and of the door, which stand below them: a port, which the door answers. Both methods work in the
/// caller's transaction.
/// </summary>
public interface IOrderTickets
{
    /// <summary>The order's tickets by their position; none while it is not paid.</summary>
    Task<IReadOnlyList<OrderTicket>> OfAsync(TicketDb db, OrderId order, CancellationToken cancel);

    /// <summary>
    /// Makes these tickets worthless at the door, and tells with which of them somebody had come in. That is read after they are locked: a scan
    /// comes before it or after it.
    /// </summary>
    /// <returns>The positions of those that were used.</returns>
    Task<IReadOnlySet<int>> VoidAsync(TicketDb db, OrderId order, IReadOnlyCollection<int> positions, CancellationToken cancel);
}
