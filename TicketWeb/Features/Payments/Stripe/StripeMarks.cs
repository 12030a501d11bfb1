namespace TicketWeb.Features.Payments.Stripe;

/// <summary>What our objects at Stripe are marked with (their metadata), so that webhooks name our rows.</summary>
internal static class StripeMarks
{
    public const string Payment = "payment";
    public const string Refund = "refund";
    public const string Organization = "organization";
}
