using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>Sends back all that is left of an event: first the totals, then one job for each order, which the worker does one after the other.</summary>
public sealed class RefundEvent(Databases databases, IOrderTickets tickets, EventRefundSignal signal, TimeProvider clock)
{
    /// <summary>The dry run: what would go back. Null when there is no such event for this person.</summary>
    public async Task<EventRefundSum?> PreviewAsync(Access access, EventView of, RefundWhat what, CancellationToken cancel)
    {
        if (!May(access, of))
            return null;
        await using var db = databases.Tenant(access.OrganizationId.Value);
        var untouched = await Left(db, of.Id).Where(o => o.State == OrderState.Paid).Join(db.Set<OrderLine>(), o => o.Id, l => l.OrderId, (o, l) => new { Line = l, AddedTax = o.TaxIncluded ? 0 : l.Tax, o.Channel }).GroupBy(x => x.Channel == Channel.BoxOffice)
            .Select(g => new
            {
                ByHand = g.Key,
                Tickets = g.Sum(x => x.Line.Kind == LineKind.Ticket ? x.Line.Count : 0),
                AddOns = g.Sum(x => x.Line.Kind == LineKind.Ticket ? 0 : x.Line.Count),
                Price = g.Sum(x => (x.Line.UnitPrice * x.Line.Count) - x.Line.Discount + x.AddedTax),
                Fee = g.Sum(x => (x.Line.UnitFee * x.Line.Count) + x.Line.FeeRest),
            }).ToListAsync(cancel);
        var orders = await Left(db, of.Id).CountAsync(o => o.State == OrderState.Paid, cancel);
        // What was given away at the desk goes back without money.
        var atDesk = await Left(db, of.Id).CountAsync(o => o.State == OrderState.Paid && o.Channel == Channel.BoxOffice && o.Total > 0, cancel);
        var sums = untouched.ToDictionary(u => u.ByHand, u => new RefundSum(
            u.Tickets, new Money(u.Price, of.Currency), new Money(what == RefundWhat.TicketsAndFees ? u.Fee : 0, of.Currency), u.AddOns));
        var nothing = new RefundSum(0, Money.Zero(of.Currency), Money.Zero(of.Currency));
        var byHand = sums.GetValueOrDefault(true, nothing);
        var sum = sums.GetValueOrDefault(false, nothing) + byHand;

        // Of these it takes the plan itself to say which fees are left; they are few.
        foreach (var order in await Left(db, of.Id).Where(o => o.State == OrderState.PartlyRefunded).ToListAsync(cancel))
        {
            if (!order.Plan(order.GivenBack(await tickets.OfAsync(db, order.Id, cancel), await db.RefundsAsync(order.Id, cancel)), null, what).IsDone(out var plan, out _))
                continue;
            var more = plan.Sums(of.Currency);
            sum += more;
            orders++;
            if (order.Channel != Channel.BoxOffice || more.Total.Minor == 0)
                continue;
            byHand += more;
            atDesk++;
        }

        return new EventRefundSum(orders, sum, atDesk, byHand.Total);
    }

    /// <summary>Starts it. Orders that are paid while it runs are not part of it: the next dry run shows them.</summary>
    public async Task<Outcome<Done>> StartAsync(Access access, EventView of, EventRefundInput input, CancellationToken cancel)
    {
        if (!May(access, of))
            return new NotFound("event");
        var now = clock.GetUtcNow();
        if (!EventRefund.Start(access.OrganizationId, of.Id, input, access.AccountId, now).IsDone(out var refund, out var refusal))
            return refusal;

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Of two who start it at once, one does.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({of.Id.Value.ToString()}, 30))", cancel);
        if (await Waiting(db, of.Id).AnyAsync(cancel))
            return new AlreadyRefunding();
        var orders = await Left(db, of.Id).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancel);
        if (orders.Count == 0)
            return new NothingToRefund("No order of this event has a ticket left to refund.");

        db.Add(refund);
        db.AddRange(orders.Select(o => new EventRefundJob { Id = Guid.CreateVersion7(), RefundId = refund.Id, OrganizationId = access.OrganizationId, OrderId = o, DueAt = now }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        signal.Raise();
        return new Done();
    }

    /// <summary>Takes back what is not done yet. What was refunded stays so.</summary>
    public async Task<Outcome<Done>> StopAsync(Access access, EventView of, CancellationToken cancel)
    {
        if (!May(access, of))
            return new NotFound("event");
        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await LatestAsync(db.Set<EventRefund>().AsTracking(), of.Id, cancel) is not { } refund)
            return new NotFound("refund");
        refund.Stop(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await Waiting(db, of.Id).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Done();
    }

    /// <summary>Has the orders that failed tried again.</summary>
    public async Task<Outcome<Done>> TryAgainAsync(Access access, EventView of, CancellationToken cancel)
    {
        if (!May(access, of))
            return new NotFound("event");
        var now = clock.GetUtcNow();
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (await LatestAsync(db.Set<EventRefund>(), of.Id, cancel) is not { } refund)
            return new NotFound("refund");
        await db.Set<EventRefundJob>().Where(j => j.RefundId == refund.Id && j.FailedAt != null)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.FailedAt, (DateTimeOffset?)null).SetProperty(j => j.Attempts, 0).SetProperty(j => j.DueAt, now), cancel);
        signal.Raise();
        return new Done();
    }

    /// <summary>How the latest one stands; null when there was none, or no such event for this person.</summary>
    public async Task<EventRefundView?> ProgressAsync(Access access, EventView of, CancellationToken cancel)
    {
        if (!May(access, of))
            return null;
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (await LatestAsync(db.Set<EventRefund>(), of.Id, cancel) is not { } refund)
            return null;
        var jobs = db.Set<EventRefundJob>().Where(j => j.RefundId == refund.Id);
        var all = await jobs.CountAsync(cancel);
        var done = await jobs.CountAsync(j => j.DoneAt != null, cancel);
        var failed = await jobs.Where(j => j.FailedAt != null).Join(db.Set<Order>(), j => j.OrderId, o => o.Id, (j, o) => new { o.Id, o.Number, j.LastError }).ToListAsync(cancel);
        var names = await databases.NamesAsync([refund.StartedBy], cancel);
        return new EventRefundView(
            refund.Id, refund.StartedAt, names.GetValueOrDefault(refund.StartedBy), refund.What, refund.Reason, all, done, refund.StoppedAt is not null,
            [.. failed.Select(f => new EventRefundFailure(f.Id, f.Number, f.LastError ?? ""))]);
    }

    private static bool May(Access access, EventView of) => access.May(Permission.RefundOrders) && of.OrganizationId == access.OrganizationId;

    /// <summary>The orders with a ticket that has not gone back.</summary>
    private static IQueryable<Order> Left(TicketDb db, EventId of) =>
        db.Set<Order>().Where(o => o.EventId == of && (o.State == OrderState.Paid || o.State == OrderState.PartlyRefunded));

    private static IQueryable<EventRefundJob> Waiting(TicketDb db, EventId of) =>
        db.Set<EventRefundJob>().Where(j => j.DoneAt == null && j.FailedAt == null && db.Set<EventRefund>().Any(r => r.Id == j.RefundId && r.EventId == of));

    private static Task<EventRefund?> LatestAsync(IQueryable<EventRefund> refunds, EventId of, CancellationToken cancel) =>
        refunds.Where(r => r.EventId == of).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
}
