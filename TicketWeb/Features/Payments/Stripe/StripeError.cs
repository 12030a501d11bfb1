namespace TicketWeb.Features.Payments.Stripe;

/// <summary>Why Stripe would not.</summary>
/// <param name="Type">"card_error" where the bank said no: its message is made for buyers.</param>
/// <param name="PaymentIntent">What it is about, after a decline.</param>
internal sealed record StripeError(string? Type, string? Code, string? Message, StripeIntent? PaymentIntent = null)
{
    public bool IsDecline => Type == "card_error";
}
