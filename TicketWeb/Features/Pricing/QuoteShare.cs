using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>What one ticket of a line comes to. The shares of a line sum to the line.</summary>
/// <param name="Tax">Only where it is added to the price.</param>
public sealed record QuoteShare(Money Price, Money Discount, Money Fees, Money Tax)
{
    public Money Total => Price - Discount + Fees + Tax;
}
