using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

internal sealed class OrderReader(Databases databases) : IOrders
{
    public async Task<OrderView?> FindAsync(OrderId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Order>().SingleOrDefaultAsync(o => o.Id == id, cancel) is { } order ? View(order) : null;
    }

    public async Task<OrderView?> FindByLinkAsync(string number, string token, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var order = await db.Set<Order>().SingleOrDefaultAsync(o => o.Number == number && (o.State == OrderState.Paid || o.State == OrderState.Refunded), cancel);
        return order is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(order.LinkToken)) ? View(order) : null;
    }

    private static OrderView View(Order o) => new(o.Id, o.Number, o.LinkToken, o.State, o.EventId, o.Quote, o.Email ?? "", o.Name ?? "", o.CreatedAt, o.PaidAt);
}
