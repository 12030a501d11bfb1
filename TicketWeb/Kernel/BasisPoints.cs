using System.Globalization;

namespace TicketWeb.Kernel;

/// <summary>A share in hundredths of a percent: 250 is 2.5 %.</summary>
public readonly record struct BasisPoints(int Value)
{
    public const int Whole = 10_000;

    /// <summary>This share of an amount in minor units, half away from zero.</summary>
    public long Of(long minor) => Divided(checked(minor * Value), Whole);

    /// <summary>How much of an amount is this share of the rest, half away from zero: the tax in a price that includes it.</summary>
    public long Within(long minor) => Divided(checked(minor * Value), Whole + Value);

    /// <summary>As a person reads it: "12.5 %".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value / 100m:0.##} %");

    /// <summary>For an input: "12.5".</summary>
    public string ToPlainString() => string.Create(CultureInfo.InvariantCulture, $"{Value / 100m:0.##}");

    /// <summary>Reads "12.5" or "12.5 %"; null when it is no share from nothing to the whole, or is finer than a basis point.</summary>
    public static BasisPoints? Parse(string? text) =>
        decimal.TryParse(text?.Trim().TrimEnd('%').Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100 && percent * 100 == Math.Truncate(percent * 100)
            ? new BasisPoints((int)(percent * 100))
            : null;

    private static long Divided(long product, int by)
    {
        // Not by adding half of an odd divisor, which would round it down first.
        var (quotient, rest) = Math.DivRem(product, by);
        return Math.Abs(rest) * 2 >= by ? quotient + Math.Sign(product) : quotient;
    }
}
