using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// Takes over what somebody refunded at the payment company and not here: it becomes a refund of the order, by its amount. The tickets stay good, for
/// nobody has said which of them it is about. The gateway is asked first; all that follows happens under the order's lock, in one transaction.
/// </summary>
internal sealed class FollowRefunds(
    Databases databases, IPayments payments, FollowPayment follow, IOrderTickets tickets, Facts facts, OutboxSignal outbox, TimeProvider clock) : IHandle<RefundedAtGateway>
{
    public async Task HandleAsync(RefundedAtGateway fact, CancellationToken cancel)
    {
        var (id, paymentId) = (OrderId.From(fact.OrderId), PaymentId.From(fact.PaymentId));
        await using var db = databases.Service();
        // What went back has come before, though nobody may have told us.
        if ((await payments.OfOrderAsync(db, fact.OrderId, cancel)).Single(p => p.Id == paymentId).State != PaymentState.Succeeded)
            await follow.RunAsync(id, paymentId, cancel);
        var said = await payments.ReadRefundsAsync(paymentId, cancel);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var order = await db.LockAsync(id, cancel) ?? throw new InvalidOperationException($"Payment {fact.PaymentId} has no order.");
        var news = await payments.AdoptRefundsAsync(db, paymentId, said, cancel);
        // Money that came late or twice was all owed to the buyer before.
        if (order.PaidAt is not null && order.PaymentId == paymentId && news.Count > 0)
            await FollowAsync(db, order, news, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        outbox.Raise();
    }

    private async Task FollowAsync(TicketDb db, Order order, IReadOnlyList<AdoptedRefund> news, CancellationToken cancel)
    {
        var refunds = await db.LoadRefundsAsync(order.Id, cancel);
        var back = order.GivenBack(await tickets.OfAsync(db, order.Id, cancel), refunds);
        foreach (var one in news)
        {
            back = one.Failed
                ? await UndoAsync(db, order, back, refunds.Single(r => r.MoneyId == one.Id), cancel)
                : await AdoptAsync(db, order, back, one, refunds, cancel);
        }
    }

    private async Task<GivenBack> AdoptAsync(TicketDb db, Order order, GivenBack before, AdoptedRefund made, List<OrderRefund> refunds, CancellationToken cancel)
    {
        var after = before.With(made.Amount.Minor);
        // A refund of ours that the gateway refused is owed all the same; a smaller one there leaves open what is meant with it.
        if (after.Amount > order.Total)
            throw new InvalidOperationException($"{made.Amount} of order {order.Number} went back at the payment company, but all but {order.Total - before.Amount} (minor units) of it is refunded or owed to the buyer already.");
        var refund = OrderRefund.Adopt(order, made.Id, after.Proceeds(order.Currency) - before.Proceeds(order.Currency), clock.GetUtcNow());
        order.RefundMoney();
        db.Add(refund);
        refunds.Add(refund);
        await facts.RecordAsync(db, order.Id.Value, refund.Tell(after.Shares, atDesk: false), cancel);
        return after;
    }

    /// <summary>It is not given back after all. What tickets went back for is owed to the buyer still, and is sent by us.</summary>
    private async Task<GivenBack> UndoAsync(TicketDb db, Order order, GivenBack before, OrderRefund refund, CancellationToken cancel)
    {
        var after = before with { Amount = Math.Max(before.Amount - refund.Amount, before.Worth) };
        refund.Undo(after.Proceeds(order.Currency) - before.Proceeds(order.Currency), clock.GetUtcNow());
        if (refund.TellUndone() is { } undone)
            await facts.RecordAsync(db, order.Id.Value, undone, cancel);
        if (refund.Amount > 0)
            await payments.RequestRefundAsync(db, order.PaymentId!.Value, new Money(refund.Amount, order.Currency), refund.Reason.Spoken(), refund.InstallationFee, cancel, insteadOf: refund.MoneyId);
        return after;
    }
}
