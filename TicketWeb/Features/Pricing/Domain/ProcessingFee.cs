using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing.Domain;

/// <summary>What moving the money costs: a flat part, and a share (below 100 %) of all that is moved.</summary>
internal sealed record ProcessingFee(long Flat, BasisPoints Share, bool Absorbed = false)
{
    /// <summary>Absorbed, it is taken of the amount, and never more than that. Passed on, it is grossed up: it is taken of itself too, and exactly the amount is left.</summary>
    public long On(long amount)
    {
        if (amount <= 0)
            return 0;
        if (Absorbed)
            return Math.Min(amount, checked(amount - Left(amount)));

        // What is left rises by nothing or by one with every minor unit, so it meets the amount exactly; the estimate is off by one or two.
        var total = checked((amount + Flat) * BasisPoints.Whole / (BasisPoints.Whole - Share.Value));
        while (Left(total) < amount)
            total++;
        while (Left(total - 1) >= amount)
            total--;
        return total - amount;
    }

    private long Left(long total) => total - Flat - Share.Of(total);
}
