using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>The full price of a cart, frozen in its order.</summary>
public sealed record Quote(Currency Currency, IReadOnlyList<QuoteLine> Lines)
{
    /// <summary>Before fees.</summary>
    public Money Tickets => Lines.Aggregate(Money.Zero(Currency), (sum, l) => sum + (l.UnitPrice * l.Count));

    public Money Fees => Lines.Aggregate(Money.Zero(Currency), (sum, l) => sum + (l.UnitFee * l.Count));

    public Money Total => Tickets + Fees;

    public int Count => Lines.Sum(l => l.Count);
}
