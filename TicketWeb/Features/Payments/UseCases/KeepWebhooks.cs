using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>Writes down the webhooks that came in from a gateway with the facts that they mean, many in one transaction: after a rush they come in hundreds.</summary>
internal sealed partial class KeepWebhooks(Databases databases, Facts facts, OutboxSignal outbox, TimeProvider clock, ILogger logger)
    : GroupCommit<string, WebhookNews, Done>
{
    protected override async Task<IReadOnlyList<Done>> WriteAsync(string key, IReadOnlyList<WebhookNews> requests)
    {
        var cancel = CancellationToken.None;
        await using var db = databases.Batch();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var written = await KeepAsync(db, key, requests, cancel);
        var fresh = requests.Where(r => written.Remove(r.EventId)).ToList();
        var open = await OpenAsync(db, fresh, cancel);
        foreach (var news in fresh)
            await TellAsync(db, key, news, open, cancel);

        await db.CommitInBulkAsync(cancel);
        outbox.Raise();
        return [.. requests.Select(_ => new Done())];
    }

    /// <returns>The events that had not come before.</returns>
    private async Task<HashSet<string>> KeepAsync(TicketDb db, string provider, IReadOnlyList<WebhookNews> requests, CancellationToken cancel)
    {
        // Sorted, so that two batches never wait for each other.
        var news = requests.OrderBy(r => r.EventId, StringComparer.Ordinal).ToList();
        var ids = news.Select(n => n.EventId).ToArray();
        // Not the body itself: in it there may be a buyer's address, and what opens their payment.
        var bodies = news.Select(n => JsonSerializer.Serialize(n)).ToArray();
        return [.. await db.Database.SqlQuery<string>(
            $"""
            insert into payments.inbox (provider, event_id, body, received_at)
            select {provider}, event_id, body, {clock.GetUtcNow()} from unnest({ids}, {bodies}) as news (event_id, body) on conflict do nothing returning event_id
            """).ToListAsync(cancel)];
    }

    /// <summary>The orders of those payments whose end is not known yet. A success is final: there is nothing more to ask the gateway, and most webhooks tell what the buyer's own request has heard already.</summary>
    private static async Task<Dictionary<PaymentId, Guid>> OpenAsync(TicketDb db, List<WebhookNews> fresh, CancellationToken cancel)
    {
        var ids = fresh.Select(n => n.PaymentId).OfType<PaymentId>().ToList();
        return ids.Count == 0 ? [] : await db.Set<Payment>().Where(p => ids.Contains(p.Id) && p.State != PaymentState.Succeeded).ToDictionaryAsync(p => p.Id, p => p.OrderId, cancel);
    }

    private async Task TellAsync(TicketDb db, string provider, WebhookNews news, Dictionary<PaymentId, Guid> open, CancellationToken cancel)
    {
        if (news.PaymentId is { } paymentId && open.TryGetValue(paymentId, out var orderId))
            await facts.RecordAsync(db, orderId, new PaymentChanged(orderId, paymentId.Value), cancel);
        if (news.RefundId is { } refundId && await db.Set<Refund>().SingleOrDefaultAsync(r => r.Id == refundId, cancel) is { } refund)
            await facts.RecordAsync(db, refund.PaymentId.Value, new RefundChanged(refund.Id.Value), cancel);
        else if (news.RefundOf.Count > 0)
            await TellRefundAsync(db, provider, news, cancel);
        if (news.Account is { } reference && await db.Set<PayoutAccount>().SingleOrDefaultAsync(a => a.Reference == reference, cancel) is { } account)
            await facts.RecordAsync(db, account.OrganizationId.Value, new AccountChanged(account.OrganizationId.Value), cancel);
        if (news.Dispute is { } dispute)
            await facts.RecordAsync(db, KeyOf(dispute), new DisputeChanged(dispute), cancel);
    }

    /// <summary>
    /// Somebody may have refunded it at the gateway. Such a refund has no mark of ours, so its payment is sought by the gateway's ids; that is seldom
    /// enough to look through all payments, where every purchase would pay for an index.
    /// </summary>
    private async Task TellRefundAsync(TicketDb db, string provider, WebhookNews news, CancellationToken cancel)
    {
        var refunded = await db.Set<Payment>().SingleOrDefaultAsync(p => p.Id == news.PaymentId, cancel)
            ?? await db.Set<Payment>().SingleOrDefaultAsync(p => p.Provider == provider && news.RefundOf.Contains(p.Reference), cancel);
        if (refunded is null)
            LogStranger(news.EventId, string.Join(' ', news.RefundOf));
        else
            await facts.RecordAsync(db, refunded.Id.Value, new RefundedAtGateway(refunded.OrderId, refunded.Id.Value), cancel);
    }

    /// <summary>News of one dispute is followed up one after the other: whoever asked the gateway earlier must not write later.</summary>
    private static Guid KeyOf(string reference) => new(SHA256.HashData(Encoding.UTF8.GetBytes(reference)).AsSpan(0, 16));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {EventId} is about a refund of {References}, which is no payment of ours")]
    private partial void LogStranger(string eventId, string references);
}
