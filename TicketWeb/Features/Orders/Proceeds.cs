using TicketWeb.Features.Pricing;

namespace TicketWeb.Features.Orders;

/// <summary>How an amount falls to those who receive it, in minor units: what was paid for an order, or what of it goes back.</summary>
/// <param name="Currency">Its ISO code.</param>
/// <param name="Prices">Before discount, fees and added tax.</param>
/// <param name="Total">What the buyer pays, or gets back.</param>
/// <param name="OwnFees">Fees that are the organizer's own.</param>
/// <param name="PlatformFees">Passed on or absorbed.</param>
/// <param name="Tax">Within the prices or on top of them.</param>
public sealed record Proceeds(string Currency, long Prices, long Discount, long Total, long OwnFees, long PlatformFees, long ProcessorFees, long Tax)
{
    /// <summary>What is left for the organizer, without the tax that they owe.</summary>
    public long Organization => Total - PlatformFees - ProcessorFees - Tax;

    public static Proceeds Of(Quote quote) => new(
        quote.Currency.Code, quote.Tickets.Minor, quote.Discount.Minor, quote.Total.Minor,
        Fees(quote, FeeReceiver.Organization), Fees(quote, FeeReceiver.Platform), Fees(quote, FeeReceiver.Processor), quote.Tax.Minor);

    private static long Fees(Quote quote, FeeReceiver receiver) =>
        quote.Lines.SelectMany(l => l.Charges).Concat(quote.Charges).Where(c => c.Receiver == receiver).Sum(c => c.Amount.Minor);
}
