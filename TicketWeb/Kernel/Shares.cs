namespace TicketWeb.Kernel;

/// <summary>Splits whole minor units so that the parts always sum to the whole: largest remainders first, and of equal ones the earlier.</summary>
public static class Shares
{
    /// <summary>Splits in proportion to weights, none of them negative and not all of them zero. What is no whole step is the first part's.</summary>
    public static IReadOnlyList<long> Of(long whole, IReadOnlyList<long> weights, int step = 1)
    {
        if (step > 1)
            return [.. Of(whole / step, weights).Select((share, i) => (share * step) + (i == 0 ? whole % step : 0))];
        var sum = weights.Aggregate(Int128.Zero, (total, weight) => weight >= 0
            ? total + weight
            : throw new ArgumentOutOfRangeException(nameof(weights), weight, "A weight is negative."));
        if (sum == 0)
            return whole == 0 ? [.. weights] : throw new ArgumentException("Nobody has a share of anything.", nameof(weights));

        // Below zero it is the same split with the other sign.
        var amount = Int128.Abs(whole);
        var shares = weights.Select(weight => (long)(amount * weight / sum)).ToArray();
        var rest = (int)(amount - shares.Aggregate(Int128.Zero, (total, share) => total + share));
        foreach (var i in Enumerable.Range(0, weights.Count).OrderByDescending(i => amount * weights[i] % sum).Take(rest))
            shares[i]++;
        return whole < 0 ? [.. shares.Select(share => -share)] : shares;
    }

    /// <summary>Splits into so many parts that differ by one step at most, the larger ones first. What is no whole step is the first part's.</summary>
    public static IReadOnlyList<long> Evenly(long whole, int parts, int step = 1) => Of(whole, [.. Enumerable.Repeat(1L, parts)], step);
}
