namespace TicketWeb.Features.Payments.Stripe;

/// <summary>A PaymentIntent, as far as we look at it.</summary>
internal sealed record StripeIntent(
    string Id, string Status, string Currency, long AmountReceived, long? ApplicationFeeAmount, StripeIntent.Transfer? TransferData, string? ClientSecret, StripeError? LastPaymentError, Dictionary<string, string>? Metadata)
{
    /// <summary>To whom the money is handed on.</summary>
    internal sealed record Transfer(string Destination);
}
