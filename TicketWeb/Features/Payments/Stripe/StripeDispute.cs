using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Stripe;

/// <summary>A Dispute with its charge, as far as we look at it.</summary>
internal sealed record StripeDispute(
    string Id, string Status, string? Reason, long Amount, string Currency, StripeDispute.Disputed? Charge, StripeDispute.Evidence? EvidenceDetails, IReadOnlyList<StripeDispute.Movement>? BalanceTransactions)
{
    public GatewayDispute Tell()
    {
        var currency = Kernel.Currency.Of(Currency.ToUpperInvariant());
        var moves = BalanceTransactions ?? [];
        // What is settled in another currency than it was paid in tells whether money is away, and not how much of ours that is.
        var same = moves.All(m => string.Equals(m.Currency, Currency, StringComparison.OrdinalIgnoreCase));
        var withdrawn = same ? -moves.Sum(m => m.Amount) : moves.Sum(m => m.Amount) < 0 ? Amount : 0;
        var state = State(Status);
        return new GatewayDispute(
            Id, Kernel.Id.Parse<PaymentId>(Charge?.Metadata?.GetValueOrDefault(StripeMarks.Payment)), state,
            new Money(Amount, currency), new Money(withdrawn, currency), new Money(same ? moves.Sum(m => m.Fee) : 0, currency),
            (Reason ?? "").Replace('_', ' '),
            state is DisputeState.Inquiry or DisputeState.NeedsAnswer && EvidenceDetails?.DueBy is { } due ? DateTimeOffset.FromUnixTimeSeconds(due) : null);
    }

    private static DisputeState State(string status) => status switch
    {
        "warning_needs_response" => DisputeState.Inquiry,
        "needs_response" => DisputeState.NeedsAnswer,
        "under_review" or "warning_under_review" => DisputeState.UnderReview,
        "won" => DisputeState.Won,
        "lost" => DisputeState.Lost,
        "warning_closed" or "prevented" => DisputeState.Closed,
        var other => throw new InvalidOperationException($"Stripe says {other} of a dispute."),
    };

    internal sealed record Disputed(string Id, Dictionary<string, string>? Metadata);

    internal sealed record Evidence(long? DueBy);

    /// <summary>Below zero where money went, above where it came.</summary>
    internal sealed record Movement(long Amount, long Fee, string Currency);
}
