namespace TicketWeb.Features.Payments.Stripe;

/// <summary>What a refund has to know of a PaymentIntent, or of a Charge from before there were intents: what both have is named alike.</summary>
/// <param name="TransferData">To whom the money is handed on.</param>
/// <param name="Transfer">What a charge was handed on with.</param>
/// <param name="ApplicationFee">What a charge left here.</param>
/// <param name="LatestCharge">The charge of an intent that took the money.</param>
internal sealed record StripePaid(StripePaid.HandOn? TransferData, long? ApplicationFeeAmount, string? Transfer, string? ApplicationFee, string? LatestCharge)
{
    /// <summary>The organization's share went to its account.</summary>
    public bool HandedOn => TransferData is not null || Transfer is not null;

    /// <summary>A fee of it stayed here.</summary>
    public bool KeptFee => ApplicationFeeAmount > 0 || ApplicationFee is not null;

    internal sealed record HandOn(string Destination);
}
