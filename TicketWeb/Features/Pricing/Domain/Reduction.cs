using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing.Domain;

/// <summary>What a code takes off one item of a cart: so much, off so many of its tickets together.</summary>
internal readonly record struct Reduction(int Tickets, long Off)
{
    /// <summary>One for each item. Nothing is made cheaper than free.</summary>
    public static IReadOnlyList<Reduction> Of(CodeTerms? code, IReadOnlyList<CartItem> items)
    {
        if (code is null)
            return [.. items.Select(_ => default(Reduction))];

        var counts = Counts(code, items);
        var prices = items.Select((item, i) => checked(item.UnitPrice.Minor * counts[i])).ToList();
        var off = code.Per switch
        {
            DiscountPer.Ticket => [.. items.Select((item, i) => checked(Taken(code, item.UnitPrice.Minor) * counts[i]))],
            DiscountPer.Order => Shares.Of(Taken(code, prices.Sum()), prices),
        };
        return [.. counts.Zip(off, (count, amount) => new Reduction(count, amount))];
    }

    /// <summary>What each ticket of the item costs after it: at most three prices, and how many tickets have them.</summary>
    public IEnumerable<(long Price, int Count)> Prices(CartItem item)
    {
        var price = item.UnitPrice.Minor;
        if (Tickets > 0)
        {
            var (each, rest) = Math.DivRem(Off, Tickets);
            yield return (price - each - 1, (int)rest);
            yield return (price - each, Tickets - (int)rest);
        }

        yield return (price, item.Count - Tickets);
    }

    private static long Taken(CodeTerms code, long price) => code.Kind switch
    {
        DiscountKind.Percent => new BasisPoints((int)code.Amount).Of(price),
        DiscountKind.Flat => Math.Min(code.Amount, price),
        DiscountKind.Nothing => 0,
    };

    /// <summary>How many tickets of each item the code is for. Where it is for so many only, it is for the dearest. What is free cannot become cheaper, and what somebody chose to give does not.</summary>
    private static int[] Counts(CodeTerms code, IReadOnlyList<CartItem> items)
    {
        var counts = new int[items.Count];
        var left = code.MostTickets ?? int.MaxValue;
        foreach (var i in Enumerable.Range(0, items.Count).Where(i => ((items[i].UnitPrice.Minor > 0 && !items[i].Chosen) || code.Kind == DiscountKind.Nothing) && code.IsFor(items[i])).OrderByDescending(i => items[i].UnitPrice.Minor))
        {
            counts[i] = Math.Min(left, items[i].Count);
            left -= counts[i];
        }

        return counts;
    }
}
