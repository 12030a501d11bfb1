using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;

namespace TicketWeb.Features.Payments.UseCases;

/// <summary>
/// Takes over what somebody refunded at the gateway and not here. A refund is known by the gateway's id, so it is taken over once; those that
/// we asked for ourselves bear our mark.
/// </summary>
internal sealed class AdoptRefunds(Facts facts, TimeProvider clock)
{
    private const string Why = "It was refunded at the payment company.";

    /// <returns>What the order has to follow: not what is owed already, because a refund of ours had failed.</returns>
    public async Task<IReadOnlyList<AdoptedRefund>> RunAsync(TicketDb db, PaymentId id, IReadOnlyList<MadeRefund> said, CancellationToken cancel)
    {
        var payment = await db.LockPaymentAsync(id, cancel);
        var known = await db.Set<Refund>().AsTracking().Where(r => r.PaymentId == id).OrderBy(r => r.Id).ToListAsync(cancel);
        var news = new List<AdoptedRefund>();
        // What is made there may stand for a refund of ours that the bank has sent back, and nobody says that its own news has come before.
        foreach (var made in said)
        {
            if (made.Failure is { } failure && known.SingleOrDefault(r => r.Id == made.Ours) is { State: RefundState.Sent } ours)
                await facts.NoteAsync(db, payment, ours, new GatewayRefund(failure), cancel);
        }

        foreach (var made in said.Where(m => known.All(r => r.Id != m.Ours)))
        {
            switch (known.SingleOrDefault(r => r.Reference == made.Reference))
            {
                case null when made.Failure is null:
                    var owed = Owed(payment, made, known);
                    var adopted = Adopt(payment, made, owed);
                    known.Add(adopted);
                    db.Add(adopted);
                    await facts.NoteAsync(db, payment, adopted, new GatewayRefund(null), cancel);
                    if (owed?.Amount > adopted.Amount)
                        Owe(db, known, owed, adopted, owed.Amount - adopted.Amount);
                    else if (adopted.Amount > (owed?.Amount ?? 0))
                        news.Add(new AdoptedRefund(adopted.Id, made.Amount with { Minor = adopted.Amount - (owed?.Amount ?? 0) }, Failed: false));
                    break;
                case { State: RefundState.Sent } sent when made.Failure is { } failure:
                    await facts.NoteAsync(db, payment, sent, new GatewayRefund(failure), cancel);
                    if (sent.TriedBefore is null)
                        news.Add(new AdoptedRefund(sent.Id, made.Amount, Failed: true));
                    else if (Last(known, sent) is var last && last != sent)
                        Owe(db, known, known.Single(r => r.Id == sent.TriedBefore), last, sent.Amount + (last.State == RefundState.Failed ? last.Amount : 0));
                    break;
            }
        }

        return news;
    }

    /// <summary>
    /// The refund of ours that failed here and is made there instead: one of the same amount, or where the payment has not enough left for both, a smaller one, or else a larger one of
    /// which it is a part.
    /// </summary>
    private static Refund? Owed(Payment payment, MadeRefund made, List<Refund> known)
    {
        var failed = known.Where(r => r.MayRepeat && known.All(next => next.TriedBefore != r.Id)).ToList();
        var left = payment.Amount - payment.Refunded - failed.Sum(r => r.Amount);
        return failed.FirstOrDefault(r => r.Amount == made.Amount.Minor)
            ?? (made.Amount.Minor > left ? failed.FirstOrDefault(r => r.Amount < made.Amount.Minor) ?? failed.FirstOrDefault() : null);
    }

    private void Owe(TicketDb db, List<Refund> known, Refund owed, Refund last, long amount)
    {
        var rest = owed.Rest(last, amount, clock.GetUtcNow());
        known.Add(rest);
        db.Add(rest);
    }

    /// <summary>The last of those that stand for each other.</summary>
    private static Refund Last(List<Refund> known, Refund of) => known.SingleOrDefault(r => r.TriedBefore == of.Id) is { } next ? Last(known, next) : of;

    private Refund Adopt(Payment payment, MadeRefund made, Refund? owed)
    {
        payment.SetAside(made.Amount);
        return Refund.Of(payment, made.Amount, Why, owed?.ReturnedFee ?? 0, owed?.Id, clock.GetUtcNow(), made.Reference);
    }
}
