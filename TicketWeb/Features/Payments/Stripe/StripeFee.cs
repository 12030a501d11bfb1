namespace TicketWeb.Features.Payments.Stripe;

/// <summary>An ApplicationFee: what of a payment was kept here.</summary>
internal sealed record StripeFee(string Id, long Amount, long AmountRefunded)
{
    /// <summary>What of it goes back where so much is to: no more than is left.</summary>
    public long AtMost(long amount) => Math.Min(amount, Amount - AmountRefunded);
}
