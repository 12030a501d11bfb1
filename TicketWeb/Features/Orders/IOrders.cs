using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders;

/// <summary>The front door: paid orders, for what follows from them.</summary>
public interface IOrders
{
    /// <summary>The order in whatever state, or null.</summary>
    Task<OrderView?> FindAsync(OrderId id, CancellationToken cancel);

    /// <summary>The paid order behind a secret link; null alike for a wrong number and a wrong token.</summary>
    Task<OrderView?> FindByLinkAsync(string number, string token, CancellationToken cancel);

    /// <summary>What was paid for with this address, newest first and at most so many.</summary>
    Task<IReadOnlyList<OrderView>> PaidByAsync(EmailAddress buyer, int most, CancellationToken cancel);

    /// <summary>What became of the order, as it was told at the time. Null when there is no such order.</summary>
    Task<OrderHistory?> HistoryAsync(TicketDb db, OrderId id, CancellationToken cancel);

    /// <summary>The numbers of orders, by their ids.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NumbersAsync(TicketDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel);
}
