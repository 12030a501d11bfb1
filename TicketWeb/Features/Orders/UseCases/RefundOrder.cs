using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// Sends back what was paid for tickets and add-ons, by the way it came, and makes the tickets worthless. All of it happens under the order's lock, in one
/// transaction; only the money itself is sent afterwards, from the outbox.
/// </summary>
public sealed class RefundOrder(Databases databases, IPayments payments, IInventory inventory, IOrderTickets tickets, Facts facts, OutboxSignal outbox, TimeProvider clock)
{
    /// <summary>What would go back. Nothing is written down.</summary>
    /// <param name="fee">See <see cref="RefundInput.Fee"/>.</param>
    public async Task<Outcome<RefundSum>> PreviewAsync(Access access, OrderId id, IReadOnlyCollection<int>? positions, RefundWhat what, string? fee, CancellationToken cancel)
    {
        if (!access.May(Permission.RefundOrders))
            return new NotFound("order");
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (await db.FindAsync(id, cancel) is not { } order)
            return new NotFound("order");
        var planned = order.Plan(order.GivenBack(await tickets.OfAsync(db, id, cancel), await db.RefundsAsync(id, cancel)), positions, what, fee);
        return planned.IsDone(out var plan, out var refusal) ? plan.Sums(order.Currency) : refusal;
    }

    /// <returns>What goes back; the same when the same input comes again.</returns>
    public async Task<Outcome<RefundSum>> RunAsync(Access access, OrderId id, RefundInput input, CancellationToken cancel) =>
        access.May(Permission.RefundOrders) ? await RunAsync(access.OrganizationId, access.AccountId, id, input, cancel) : new NotFound("order");

    /// <summary>The same for what somebody who may has decided before.</summary>
    internal async Task<Outcome<RefundSum>> RunAsync(OrganizationId organization, Guid by, OrderId id, RefundInput input, CancellationToken cancel)
    {
        await using var db = databases.Tenant(organization.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.LockAsync(id, cancel) is not { } order)
            return new NotFound("order");
        var before = await db.RefundsAsync(id, cancel);
        if (before.SingleOrDefault(r => r.Key == input.Key) is { } same)
            return same.Sums;
        var back = order.GivenBack(await tickets.OfAsync(db, id, cancel), before);
        if (!order.Plan(back, input.Positions, input.What, input.Fee).IsDone(out var plan, out var refusal))
            return refusal;
        if (!OrderRefund.Decide(order, plan, back.With(plan).Proceeds(order.Currency) - back.Proceeds(order.Currency), input, by, clock.GetUtcNow()).IsDone(out var refund, out refusal))
            return refusal;
        if (refund.Sums.Total.Minor > 0 && !input.Twice && await TakenByBankAsync(db, order, cancel) is { } taken)
            return taken;
        if (refund.Sums.Total.Minor > 0 && await SendBackAsync(db, order, refund, cancel) is { } tooMuch)
            return tooMuch;

        await TakeBackAsync(db, order, plan, cancel);
        db.Add(refund);
        await facts.RecordAsync(db, id.Value, refund.Tell(back.Shares, atDesk: order.SoldBy is not null), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        outbox.Raise();
        return refund.Sums;
    }

    private async Task<TakenByBank?> TakenByBankAsync(TicketDb db, Order order, CancellationToken cancel)
    {
        var withdrawn = (await payments.DisputesAsync(db, order.Id.Value, cancel)).Aggregate(Money.Zero(order.Currency), (sum, d) => sum + d.Withdrawn);
        return withdrawn.Minor > 0 ? new TakenByBank(withdrawn) : null;
    }

    private async Task<MoreThanWasPaid?> SendBackAsync(TicketDb db, Order order, OrderRefund refund, CancellationToken cancel)
    {
        var payment = await payments.LockAsync(db, order.PaymentId!.Value, cancel);
        var left = payment.Amount - payment.Refunded;
        if (refund.Sums.Total.Minor > left.Minor)
            return new MoreThanWasPaid(refund.Sums.Total, left);
        refund.CarryWith(await payments.RequestRefundAsync(db, payment.Id, refund.Sums.Total, refund.Reason.Spoken(), refund.InstallationFee, cancel));
        return null;
    }

    /// <summary>The tickets no longer count, and their places are free again unless somebody has used them. Add-ons go back to their stock.</summary>
    private async Task TakeBackAsync(TicketDb db, Order order, RefundPlan plan, CancellationToken cancel)
    {
        var gone = plan.Tickets.ToList();
        var used = gone.Count == 0 ? new HashSet<int>() : await tickets.VoidAsync(db, order.Id, [.. gone.Select(t => t.Position)], cancel);
        order.Refund(plan, used);
        List<TicketCount> free = [.. plan.Items.Where(t => !used.Contains(t.Position)).GroupBy(t => t.TicketTypeId).Select(g => new TicketCount(g.Key, g.Count()))];
        await inventory.GiveBackAsync(db, order.ReservationId, free, cancel);
    }
}
