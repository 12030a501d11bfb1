using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>How many tickets are taken at prices that are for so many only, while nobody else can take any.</summary>
internal sealed class TierTally(IReadOnlyDictionary<PriceTierId, int> taken)
{
    private readonly Dictionary<PriceTierId, int> _taken = new(taken);

    public IReadOnlyDictionary<PriceTierId, int> Taken => _taken;

    /// <summary>Counts what an order has got from now on.</summary>
    public void Take(Quote quote)
    {
        foreach (var line in quote.Lines)
        {
            if (line.TierId is { } tier)
                _taken[tier] = _taken.GetValueOrDefault(tier) + line.Count;
        }
    }
}
