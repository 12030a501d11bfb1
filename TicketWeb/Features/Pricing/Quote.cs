using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>The full price of a cart, every part explained; frozen in its order.</summary>
/// <param name="TaxRule">The tax that it was reckoned with.</param>
/// <param name="Code">The discount code that it was reckoned with; null where there was none.</param>
/// <param name="CodeUses">How often this cart uses the code, by what the code counts.</param>
public sealed record Quote(Currency Currency, IReadOnlyList<QuoteLine> Lines, Tax TaxRule, string? Code = null, int CodeUses = 0)
{
    /// <summary>The add-ons that come with these tickets and of which there were fewer left than that, by name; "" where all were there.</summary>
    public string RanOut { get; init; } = "";

    /// <summary>Tickets and add-ons before discount, fees and added tax.</summary>
    public Money Tickets => Sum(l => l.Price);

    public Money Discount => Sum(l => l.Discount);

    /// <summary>What of the fees the buyer pays.</summary>
    public Money Fees => Sum(l => l.Fees);

    /// <summary>The same by what buyers see them as: those without a name first, as "Fees", and the others by what they are taken for and by name, whatever is bought.</summary>
    public IReadOnlyList<(string Name, Money Amount)> NamedFees =>
        [.. Lines.SelectMany(l => l.Charges).Where(c => !c.Absorbed).GroupBy(c => c.Title).OrderBy(g => g.Key != QuoteFee.Unnamed).ThenBy(g => g.Min(c => c.Kind)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Sum(l => l.Sum(c => !c.Absorbed && c.Title == g.Key))))];

    /// <summary>Added to the prices, or within them: see <see cref="TaxRule"/>.</summary>
    public Money Tax => Sum(l => l.Tax);

    public Money Total => Tickets - Discount + Fees + Sum(l => l.AddedTax);

    /// <summary>How many tickets; an add-on is none.</summary>
    public int Count => Lines.Where(l => l.Kind == LineKind.Ticket).Sum(l => l.Count);

    /// <summary>What stays with the installation: its own fees, and what whoever moves the money is paid from.</summary>
    public Money InstallationFees => For(FeeReceiver.Platform, FeeReceiver.Processor);

    /// <summary>What of the prices is fees of the organizer's own.</summary>
    public Money OwnFeesWithin => Sum(l => l.OwnFeesWithin);

    /// <summary>What these receive of it, whoever bears it.</summary>
    public Money For(params FeeReceiver[] receivers) => Sum(l => l.Sum(c => receivers.Contains(c.Receiver)));

    private Money Sum(Func<QuoteLine, Money> of) => Lines.Aggregate(Money.Zero(Currency), (sum, l) => sum + of(l));
}
