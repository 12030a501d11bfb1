namespace TicketWeb.Features.Payments.Stripe;

/// <summary>A Refund, as far as we look at it.</summary>
internal sealed record StripeRefund(string Id, string? Status, string? FailureReason, Dictionary<string, string>? Metadata)
{
    public GatewayRefund Tell() => new(Status is "failed" or "canceled" ? $"The bank did not take the refund back: {FailureReason ?? Status}." : null);
}
