using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing.Domain;

/// <summary>
/// Where single minor units are not charged, all is reckoned in whole steps as if those were the minor units, so that whatever is rounded or split
/// comes out in steps and still sums exactly.
/// </summary>
/// <param name="Size">Of a step, in minor units.</param>
internal readonly record struct Steps(int Size)
{
    public static Steps Of(Currency currency) => new(currency.Step);

    public PriceList Of(PriceList list)
    {
        var steps = this;
        return Size == 1 ? list : new PriceList(
            [.. list.Fees.Select(f => f with { Flat = steps.Of(f.Flat), From = steps.First(f.From), Below = f.Below is { } below ? steps.First(below) : null })],
            list.Processing is { } processing ? processing with { Flat = Of(processing.Flat) } : null);
    }

    public CartItem Of(CartItem item) => item with { UnitPrice = item.UnitPrice with { Minor = Of(item.UnitPrice.Minor) } };

    public CodeTerms? Of(CodeTerms? code) => code is { Kind: DiscountKind.Flat } flat ? flat with { Amount = Of(flat.Amount) } : code;

    /// <summary>A line that was reckoned in steps, in minor units.</summary>
    public QuoteLine Minor(QuoteLine line)
    {
        var steps = this;
        return Size == 1 ? line : line with
        {
            UnitPrice = Minor(line.UnitPrice),
            Discount = Minor(line.Discount),
            Charges = [.. line.Charges.Select(c => c with { Amount = steps.Minor(c.Amount) })],
            Tax = Minor(line.Tax),
        };
    }

    private Money Minor(Money amount) => amount * Size;

    /// <summary>Half away from zero.</summary>
    private long Of(long minor) => Size == 1 ? minor : ((2 * minor) + Size) / (2 * Size);

    /// <summary>The first number of steps that is as much or more.</summary>
    private long First(long minor) => (minor + Size - 1) / Size;
}
