using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>
/// One line of a quote. What belongs to its tickets or add-ons is reckoned and rounded for each, because the all-in price of one is what buyers are
/// shown; what belongs to the order as a whole is reckoned once, and the line has its share of it.
/// </summary>
/// <param name="Discount">Off all its tickets together.</param>
/// <param name="Charges">Its fees, each for itself.</param>
/// <param name="Tax">Within the price or on top of it; <see cref="Quote.Tax"/> says which.</param>
/// <param name="TaxIncluded">True where the price has the tax in it already.</param>
public sealed record QuoteLine(
    TicketTypeId TicketTypeId, string Name, int Count, Money UnitPrice, Money Discount, IReadOnlyList<QuoteFee> Charges, Money Tax, bool TaxIncluded)
{
    public LineKind Kind { get; init; }

    /// <summary>The tier whose price its tickets have; null where they have the type's own.</summary>
    public PriceTierId? TierId { get; init; }

    /// <summary>The tier's name; "" where there is none.</summary>
    public string Tier { get; init; } = "";

    /// <summary>What one ticket cost with everything on the page that its buyer chose from; null where that was its price.</summary>
    public Money? Seen { get; init; }

    /// <summary>"Standing", "Standing · Early bird", or "Welcome drink, included".</summary>
    public string Title => Kind == LineKind.Included ? $"{Name}, included" : Tier.Length == 0 ? Name : $"{Name} · {Tier}";

    /// <summary>Before discount, fees and added tax.</summary>
    public Money Price => UnitPrice * Count;

    /// <summary>What of the fees the buyer pays.</summary>
    public Money Fees => Sum(c => !c.Absorbed);

    /// <summary>What is added to the price for tax.</summary>
    public Money AddedTax => TaxIncluded ? Zero : Tax;

    /// <summary>What of the price is fees of the organizer's own.</summary>
    public Money OwnFeesWithin => Sum(c => c is { Receiver: FeeReceiver.Organization, Absorbed: true });

    public Money Total => Price - Discount + Fees + AddedTax;

    /// <summary>What of it is the organizer's, with the tax that they owe.</summary>
    public Money Net => Price - Discount + AddedTax + Sum(c => c is { Receiver: FeeReceiver.Organization, Absorbed: false }) - Sum(c => c.Receiver != FeeReceiver.Organization && c.Absorbed);

    /// <summary>The line ticket by ticket: what each of them brought in, and gives back when it is refunded.</summary>
    public IReadOnlyList<QuoteShare> Each()
    {
        var (discounts, fees, taxes) = (Split(Discount), Split(Fees), Split(AddedTax));
        return [.. Enumerable.Range(0, Count).Select(i => new QuoteShare(UnitPrice, discounts[i], fees[i], taxes[i]))];
    }

    private Money Zero => Money.Zero(UnitPrice.Currency);

    /// <summary>The fees of one kind together.</summary>
    public Money Sum(Func<QuoteFee, bool> which) => Charges.Where(which).Aggregate(Zero, (sum, c) => sum + c.Amount);

    private List<Money> Split(Money whole) => [.. Shares.Evenly(whole.Minor, Count, whole.Currency.Step).Select(minor => whole with { Minor = minor })];
}
