namespace TicketWeb.Kernel;

/// <summary>A share in hundredths of a percent: 250 is 2.5 %.</summary>
public readonly record struct BasisPoints(int Value)
{
    private const int Whole = 10_000;

    /// <summary>This share of an amount in minor units, half away from zero.</summary>
    public long Of(long minor)
    {
        var product = checked(minor * Value);
        var half = product < 0 ? -Whole / 2 : Whole / 2;
        return (product + half) / Whole;
    }
}
