using System.Globalization;

namespace TicketWeb.Kernel;

/// <summary>An amount in the minor units of its currency (pence, cents, yen). Sums overflow loudly.</summary>
public readonly record struct Money(long Minor, Currency Currency)
{
    private const decimal MostRead = 1_000_000_000m;

    public static Money Zero(Currency currency) => new(0, currency);

    public static Money operator +(Money a, Money b) => a with { Minor = checked(a.Minor + Same(a, b).Minor) };

    public static Money operator -(Money a, Money b) => a with { Minor = checked(a.Minor - Same(a, b).Minor) };

    public static Money operator *(Money a, int count) => a with { Minor = checked(a.Minor * count) };

    /// <summary>As a person reads it: "£27.50".</summary>
    public override string ToString()
    {
        var digits = Currency.Digits;
        var amount = (decimal)Math.Abs(Minor) / Pow10(digits);
        return $"{(Minor < 0 ? "−" : "")}{Currency.Symbol}{amount.ToString("N" + digits, CultureInfo.InvariantCulture)}";
    }

    /// <summary>As a program reads it: "27.50".</summary>
    public string ToPlainString() => ((decimal)Minor / Pow10(Currency.Digits)).ToString("F" + Currency.Digits, CultureInfo.InvariantCulture);

    /// <summary>Reads "27.50", "27" or "£27.50"; null when it is no amount of this currency, has too many digits or is not in reach.</summary>
    public static Money? Parse(string? text, Currency currency)
    {
        if (Read(text, currency) is not { } amount || Math.Abs(amount) > MostRead)
            return null;
        var minor = amount * Pow10(currency.Digits);
        return minor == Math.Truncate(minor) ? new Money((long)minor, currency) : null;
    }

    /// <summary>The same for what somebody is to pay, which is in whole steps of its currency (<see cref="Currency.Step"/>).</summary>
    public static Money? ParseCharge(string? text, Currency currency) => Parse(text, currency) is { } amount && amount.Minor % currency.Step == 0 ? amount : null;

    /// <summary>True for an amount of this currency that is more than <paramref name="most"/>, however much more: also what <see cref="Parse"/> does not reach.</summary>
    public static bool IsMore(string? text, Money most) => Read(text, most.Currency) > (decimal)most.Minor / Pow10(most.Currency.Digits);

    private static decimal? Read(string? text, Currency currency) => decimal.TryParse(
        text?.Trim().TrimStart(currency.Symbol.Trim().ToCharArray()).Trim(),
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static Money Same(Money a, Money b) =>
        a.Currency == b.Currency ? b : throw new InvalidOperationException($"{a.Currency} and {b.Currency} do not add.");

    private static decimal Pow10(int digits) => digits switch { 0 => 1m, 2 => 100m, _ => 1000m };
}
