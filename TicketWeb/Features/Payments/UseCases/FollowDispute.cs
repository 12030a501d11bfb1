using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>Asks the gateway how a dispute stands, after a webhook, and writes it down with what has moved since the last time.</summary>
internal sealed partial class FollowDispute(Databases databases, IPaymentGateway gateway, Facts facts, TimeProvider clock, ILogger<FollowDispute> logger) : IHandle<DisputeChanged>
{
    public async Task HandleAsync(DisputeChanged fact, CancellationToken cancel)
    {
        if (await gateway.ReadDisputeAsync(fact.Reference, cancel) is not { } said)
            return;

        await using var db = databases.Service();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // One account at the gateway may serve others beside this installation.
        if (said.PaymentId is not { } id || !await db.Set<Payment>().AnyAsync(p => p.Id == id, cancel))
        {
            LogNotOurs(fact.Reference);
            return;
        }

        var payment = await db.LockPaymentAsync(id, cancel);
        var dispute = await db.Set<Dispute>().AsTracking().SingleOrDefaultAsync(d => d.Reference == said.Reference, cancel);
        if (dispute is null)
            db.Add(dispute = Dispute.Open(payment, said.Reference, clock.GetUtcNow()));
        if (dispute.Note(said) is { } moved)
            await facts.RecordAsync(db, payment.OrderId, moved, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dispute {Dispute} is about no payment of ours")]
    private partial void LogNotOurs(string dispute);
}
