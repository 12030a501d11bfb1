using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>The numbers by which people know orders, for operators who see ids.</summary>
public sealed class NameOrders(Databases databases)
{
    /// <summary>What is no order's id is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> RunAsync(Operator by, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var orders = ids.Select(OrderId.From).ToList();
        await using var db = databases.Service();
        return await db.Set<Order>().Where(o => orders.Contains(o.Id)).Select(o => new { o.Id, o.Number }).ToDictionaryAsync(o => o.Id.Value, o => o.Number, cancel);
    }
}
