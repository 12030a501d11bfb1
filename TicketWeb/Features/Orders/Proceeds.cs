using TicketWeb.Features.Pricing;

namespace TicketWeb.Features.Orders;

/// <summary>How an amount falls to those who receive it, in minor units: what was paid for an order, or what of it goes back.</summary>
/// <param name="Currency">Its ISO code.</param>
/// <param name="Prices">Before discount, fees and added tax.</param>
/// <param name="Total">What the buyer pays, or gets back.</param>
/// <param name="OwnFees">Fees that are the organizer's own, on top of the prices.</param>
/// <param name="PlatformFees">Passed on or absorbed.</param>
/// <param name="Tax">Within the prices or on top of them.</param>
public sealed record Proceeds(string Currency, long Prices, long Discount, long Total, long OwnFees, long PlatformFees, long ProcessorFees, long Tax)
{
    /// <summary>What of the prices is fees of the organizer's own.</summary>
    public long OwnFeesWithin { get; init; }

    /// <summary>What is left for the organizer, without the tax that they owe.</summary>
    public long Organization => Total - PlatformFees - ProcessorFees - Tax;

    public static Proceeds operator -(Proceeds a, Proceeds b) => new(
        a.Currency, a.Prices - b.Prices, a.Discount - b.Discount, a.Total - b.Total, a.OwnFees - b.OwnFees, a.PlatformFees - b.PlatformFees, a.ProcessorFees - b.ProcessorFees, a.Tax - b.Tax)
    {
        OwnFeesWithin = a.OwnFeesWithin - b.OwnFeesWithin,
    };

    public static Proceeds Of(Quote quote) => new(
        quote.Currency.Code, quote.Tickets.Minor, quote.Discount.Minor, quote.Total.Minor,
        (quote.For(FeeReceiver.Organization) - quote.OwnFeesWithin).Minor, quote.For(FeeReceiver.Platform).Minor, quote.For(FeeReceiver.Processor).Minor, quote.Tax.Minor)
    {
        OwnFeesWithin = quote.OwnFeesWithin.Minor,
    };
}
