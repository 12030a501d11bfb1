using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Settlements.Data;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Settlements.UseCases;

/// <summary>
/// Books what happened while nobody kept the book: before there was one, and on nodes of an older version that were still selling while this
/// one started. Each entry bears the time at which its thing happened. Where nothing is missing it is one query.
/// </summary>
public sealed class BookWhatIsMissing(Databases databases, IOrders orders, IPayments payments)
{
    private const int AtOnce = 200;

    /// <returns>How many entries were missing.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var booked = 0;
        while (await SomeAsync(cancel) is > 0 and var some)
            booked += some;
        return booked;
    }

    private async Task<int> SomeAsync(CancellationToken cancel)
    {
        await using var db = databases.Batch();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Of two nodes that start at once, one books.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('the book', 33))", cancel);
        var ids = await db.Database.SqlQueryRaw<Guid>("select order_id as \"Value\" from (" + MissingEntries.Sql + ") m group by order_id").Take(AtOnce).ToListAsync(cancel);
        if (ids.Count == 0)
            return 0;

        var missing = new List<Entry>();
        foreach (var id in ids)
            missing.AddRange(await ReckonAsync(db, id, cancel));
        var sources = missing.Select(e => e.SourceId).ToList();
        var known = (await db.Set<Entry>().Where(e => sources.Contains(e.SourceId)).Select(e => new { e.Kind, e.SourceId }).ToListAsync(cancel)).ToHashSet();
        missing.RemoveAll(e => known.Contains(new { e.Kind, e.SourceId }));
        missing.ForEach(db.Insert);
        await db.CommitInBulkAsync(cancel);
        return missing.Count;
    }

    /// <summary>All that the book should say about an order, but for disputes and adjustments, which are younger than the book.</summary>
    private async Task<List<Entry>> ReckonAsync(TicketDb db, Guid id, CancellationToken cancel)
    {
        var history = (await orders.HistoryAsync(db, OrderId.From(id), cancel))!;
        var money = await payments.RefundsAsync(db, id, cancel);
        var entries = history.Refunds.Select(r => Posting.Of(r.Fact, r.At)).OfType<Entry>().ToList();
        if (history.Paid is not null && Posting.Of(history.Paid, history.PaidAt!.Value) is { } sale)
            entries.Add(sale);
        foreach (var refund in money.Where(r => r.Tender is null))
        {
            if (refund.TriedBefore is null && !history.Money.Contains(refund.Id))
                entries.Add(Posting.Of(new SurplusRefunded(history.Id, history.OrganizationId, refund.PaymentId, refund.Amount.Currency.Code, refund.Amount.Minor), refund.RequestedAt));
            if (refund.ByHand is { } given)
                entries.Add(Posting.Of(new RefundGivenByHand(refund.Id, history.OrganizationId, id, refund.Amount.Currency.Code, refund.Amount.Minor), given.At));
            else if (refund.State == RefundState.Sent)
                entries.Add(Posting.Of(new RefundSent(refund.Id, history.OrganizationId, id, refund.Amount.Currency.Code, refund.Amount.Minor), refund.RequestedAt));
        }

        return entries;
    }
}
