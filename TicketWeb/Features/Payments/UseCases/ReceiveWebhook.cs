using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>
/// Takes a gateway's webhook: checks it, writes it down with the fact that it means, and only then is it acknowledged. An event that
/// comes twice is acknowledged twice and written once. Order of arrival does not matter, because whoever hears the fact asks the gateway.
/// </summary>
public sealed partial class ReceiveWebhook(
    Databases databases, IPaymentGateway gateway, Facts facts, OutboxSignal outbox, TimeProvider clock, ILogger<ReceiveWebhook> logger)
{
    public async Task<Outcome<Done>> RunAsync(string provider, byte[] body, string? signature, CancellationToken cancel)
    {
        if (provider != gateway.Provider)
            return new NotFound("payment provider");
        if (!gateway.Parse(body, signature).IsDone(out var news, out var refusal))
            return refusal;

        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        // Not the body itself: in it there may be a buyer's address, and what opens their payment.
        var told = JsonSerializer.Serialize(news);
        var written = await db.Database.ExecuteSqlAsync(
            $"insert into payments.inbox (provider, event_id, body, received_at) values ({provider}, {news.EventId}, {told}, {now}) on conflict do nothing", cancel);
        if (written == 1)
            await TellAsync(db, news, cancel);

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        outbox.Raise();
        return new Done();
    }

    private async Task TellAsync(TicketDb db, WebhookNews news, CancellationToken cancel)
    {
        if (news.Alarm is { } alarm)
            LogAlarm(news.EventId, alarm, news.PaymentId?.Value);
        // A success is final: there is nothing more to ask the gateway, and most webhooks tell what the buyer's own request has heard already.
        if (news.PaymentId is { } paymentId && await db.Set<Payment>().SingleOrDefaultAsync(p => p.Id == paymentId, cancel) is { State: not PaymentState.Succeeded } payment)
            await facts.RecordAsync(db, payment.OrderId, new PaymentChanged(payment.OrderId, payment.Id.Value), cancel);
        if (news.RefundId is { } refundId && await db.Set<Refund>().SingleOrDefaultAsync(r => r.Id == refundId, cancel) is { } refund)
            await facts.RecordAsync(db, refund.PaymentId.Value, new RefundChanged(refund.Id.Value), cancel);
        if (news.Account is { } reference && await db.Set<PayoutAccount>().SingleOrDefaultAsync(a => a.Reference == reference, cancel) is { } account)
            await facts.RecordAsync(db, account.OrganizationId.Value, new AccountChanged(account.OrganizationId.Value), cancel);
        if (news.Dispute is { } dispute)
            await facts.RecordAsync(db, KeyOf(dispute), new DisputeChanged(dispute), cancel);
    }

    /// <summary>News of one dispute is followed up one after the other: whoever asked the gateway earlier must not write later.</summary>
    private static Guid KeyOf(string reference) => new(SHA256.HashData(Encoding.UTF8.GetBytes(reference)).AsSpan(0, 16));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {EventId} is for somebody to look at: {Alarm} (payment {PaymentId})")]
    private partial void LogAlarm(string eventId, string alarm, Guid? paymentId);
}
