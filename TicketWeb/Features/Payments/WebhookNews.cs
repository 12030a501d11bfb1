namespace TicketWeb.Features.Payments;

/// <summary>A verified webhook: that something changed about a payment. What it is now is asked of the gateway.</summary>
public sealed record WebhookNews(string EventId, PaymentId PaymentId);
