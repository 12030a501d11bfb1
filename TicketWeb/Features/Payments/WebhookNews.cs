namespace TicketWeb.Features.Payments;

/// <summary>A verified webhook: that something changed, and about what of ours. How it stands now is asked of the gateway.</summary>
/// <param name="Account">The gateway's id of an organization's account.</param>
/// <param name="Alarm">What somebody has to look at, by the gateway's ids: nothing here follows from it by itself.</param>
/// <param name="Dispute">The gateway's id of a dispute.</param>
public sealed record WebhookNews(string EventId, PaymentId? PaymentId = null, RefundId? RefundId = null, string? Account = null, string? Alarm = null, string? Dispute = null);
