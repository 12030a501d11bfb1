using TicketWeb.Features.Inventory;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Settles the orders of which news has come in, in one transaction: tickets are made in bulk, and none without its money.</summary>
internal sealed class SettleOrders(Databases databases, IPayments payments, IInventory inventory, Settling settling, OutboxSignal outbox)
    : GroupCommit<string, PaymentNews, OrderState>
{
    protected override async Task<IReadOnlyList<OrderState>> WriteAsync(string key, IReadOnlyList<PaymentNews> requests)
    {
        var cancel = CancellationToken.None;
        await using var db = databases.Batch();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ids = requests.Select(r => r.Order).ToList();
        var orders = await db.LockAsync(ids, cancel, payments.Locked(requests.Select(r => r.Payment)), inventory.Locked(OrderBook.ReservationsOf(ids)));
        foreach (var news in requests)
        {
            var order = orders.GetValueOrDefault(news.Order) ?? throw new InvalidOperationException($"Payment {news.Payment.Value} has no order.");
            await settling.RunAsync(db, order, news.Payment, news.Said, cancel);
        }

        await db.CommitInBulkAsync(cancel);
        outbox.Raise();
        return [.. requests.Select(r => orders[r.Order].State)];
    }
}
