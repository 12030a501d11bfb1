using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Stripe;

/// <summary>A Refund, as far as we look at it.</summary>
internal sealed record StripeRefund(string Id, long Amount, string Currency, string? Status, string? FailureReason, Dictionary<string, string>? Metadata)
{
    /// <summary>Pending is on its way, as far as anybody can tell.</summary>
    public string? Failure => Status switch
    {
        "failed" => $"The bank did not take the refund back: {FailureReason ?? Status}.",
        "canceled" => "The refund was cancelled at Stripe.",
        _ => null,
    };

    public MadeRefund Tell() => new(
        Id, Kernel.Id.Parse<RefundId>(Metadata?.GetValueOrDefault(StripeMarks.Refund)), new Money(Amount, Kernel.Currency.Of(Currency.ToUpperInvariant())), Failure);
}
