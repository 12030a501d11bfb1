using TicketWeb.Features.Events;

namespace TicketWeb.Features.Pricing.Domain;

/// <summary>Which price of a ticket type holds; pure.</summary>
internal static class TierPrices
{
    /// <summary>
    /// So many tickets at the prices that hold: at the first tier whose time it is and that has tickets left, what it cannot give at the next
    /// one, and the rest at the type's own price. One item for each price.
    /// </summary>
    /// <param name="taken">How many are taken at tiers that are for so many only.</param>
    public static IReadOnlyList<CartItem> Of(TicketTypeView type, int count, IReadOnlyDictionary<PriceTierId, int> taken, DateTimeOffset now)
    {
        var items = new List<CartItem>();
        foreach (var tier in type.Tiers.Where(t => t.HoldsAt(now)))
        {
            var some = Math.Min(count, tier.Left(taken.GetValueOrDefault(tier.Id)) ?? count);
            if (some > 0)
                items.Add(CartItem.Of(type, tier.Price, some) with { Tier = tier });
            count -= some;
        }

        if (count > 0)
            items.Add(CartItem.Of(type, type.Price, count));
        return items;
    }
}
