using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Orders.UseCases;

internal sealed class OrderReader(Databases databases, IOrderTickets tickets) : IOrders
{
    public async Task<OrderView?> FindAsync(OrderId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<Order>().SingleOrDefaultAsync(o => o.Id == id, cancel) is { } order ? await ViewAsync(db, order, cancel) : null;
    }

    public async Task<OrderView?> FindByLinkAsync(string number, string token, CancellationToken cancel)
    {
        await using var db = databases.Service();
        var order = await db.Set<Order>().SingleOrDefaultAsync(o => o.Number == number && (o.State == OrderState.Paid || o.State == OrderState.PartlyRefunded || o.State == OrderState.Refunded), cancel);
        return order is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(order.LinkToken)) ? await ViewAsync(db, order, cancel) : null;
    }

    public async Task<IReadOnlyList<OrderView>> PaidByAsync(EmailAddress buyer, int most, CancellationToken cancel)
    {
        // Addresses are kept as they were typed, and sought without regard to case: there is an index on just this expression.
        await using var db = databases.Service();
        var orders = await db.Set<Order>().FromSql($"select *, xmin from orders.orders where lower(email) = lower({buyer.Value}) and state in ('Paid', 'PartlyRefunded')")
            .OrderByDescending(o => o.PaidAt).Take(most).ToListAsync(cancel);
        return [.. orders.Select(View)];
    }

    public async Task<OrderHistory?> HistoryAsync(TicketDb db, OrderId id, CancellationToken cancel)
    {
        if (await db.FindAsync(id, cancel) is not { } order)
            return null;
        var refunds = await db.RefundsAsync(id, cancel);
        var shares = refunds.Count == 0 ? [] : order.Shares(await tickets.OfAsync(db, id, cancel));
        return new OrderHistory(
            id, order.OrganizationId, order.PaidAt is null ? null : order.TellPaid(), order.PaidAt,
            [.. refunds.Select(r => new RefundHistory(r.Tell(shares, order.SoldBy is not null), r.DecidedAt, Items(order, r, shares), Fees(order, r, shares)) { Undone = r.TellUndone() })], refunds.Select(r => r.MoneyId).OfType<RefundId>().ToHashSet());
    }

    public async Task<IReadOnlyDictionary<Guid, string>> NumbersAsync(TicketDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var orders = ids.Select(OrderId.From).ToList();
        return await db.Set<Order>().Where(o => orders.Contains(o.Id)).Select(o => new { o.Id, o.Number }).ToDictionaryAsync(o => o.Id.Value, o => o.Number, cancel);
    }

    private static IReadOnlyList<(string Title, int Count, Money Amount)> Items(Order order, OrderRefund refund, IReadOnlyList<ItemShare> shares) =>
    [
        .. refund.Parts.Where(p => p.Part == RefundPart.Price).Select(p => shares.Single(s => s.Position == p.Position)).GroupBy(s => s.Line).OrderBy(g => g.Key)
            .Select(g => (order.Quote.Lines[g.Key].Title, g.Count(), new Money(g.Sum(s => s.Price), order.Currency))),
    ];

    /// <summary>In the order in which the buyer's sums name them.</summary>
    private static IReadOnlyList<(string Name, Money Amount)> Fees(Order order, OrderRefund refund, IReadOnlyList<ItemShare> shares)
    {
        var gone = refund.PartsOf(shares).Where(p => !p.Part.IsPrice).ToLookup(p => p.Part.Fee, p => p.Share.Of(p.Part));
        return [.. order.Quote.NamedFees.Where(f => gone.Contains(f.Name)).Select(f => (f.Name, new Money(gone[f.Name].Sum(), order.Currency)))];
    }

    private static async Task<OrderView> ViewAsync(TicketDb db, Order order, CancellationToken cancel) =>
        order.State is OrderState.PartlyRefunded or OrderState.Refunded
            ? View(order) with { Back = new Money(await db.Set<OrderRefund>().Where(r => r.OrderId == order.Id).SumAsync(r => r.Price + r.Fee, cancel), order.Currency) }
            : View(order);

    private static OrderView View(Order o) => new(o.Id, o.Number, o.LinkToken, o.State, o.EventId, o.Quote, o.Email ?? "", o.Name ?? "", o.CreatedAt, o.PaidAt)
    {
        Channel = o.Channel,
        AddOns = [.. o.Lines.Where(l => l.Kind != LineKind.Ticket && l.Refunded < l.Count).OrderBy(l => l.Position).Select(l => new OrderAddOn(l.Name, l.Count - l.Refunded, l.Kind == LineKind.Included))],
    };
}
