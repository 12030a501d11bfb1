namespace TicketWeb.Features.Payments;

/// <summary>A verified webhook: that something changed, and about what of ours. How it stands now is asked of the gateway.</summary>
/// <param name="Account">The gateway's id of an organization's account.</param>
/// <param name="Dispute">The gateway's id of a dispute.</param>
public sealed record WebhookNews(string EventId, PaymentId? PaymentId = null, RefundId? RefundId = null, string? Account = null, string? Dispute = null)
{
    /// <summary>The gateway's ids of a payment of which money goes back, whoever asked for it; empty where the news is of something else.</summary>
    public IReadOnlyList<string> RefundOf { get; init; } = [];
}
