namespace TicketWeb.Kernel;

/// <summary>A currency by its ISO 4217 code, with the number of digits its minor unit has, and the smallest amount that is charged in it.</summary>
public readonly record struct Currency
{
    private static readonly Dictionary<string, (string Symbol, int Digits)> Known = new()
    {
        ["GBP"] = ("£", 2),
        ["EUR"] = ("€", 2),
        ["USD"] = ("$", 2),
        ["CHF"] = ("CHF ", 2),
        ["SEK"] = ("SEK ", 2),
        ["NOK"] = ("NOK ", 2),
        ["DKK"] = ("DKK ", 2),
        ["PLN"] = ("PLN ", 2),
        ["AUD"] = ("A$", 2),
        ["CAD"] = ("CA$", 2),
        ["JPY"] = ("¥", 0),
        ["KWD"] = ("KWD ", 3),
    };

    private Currency(string code) => Code = code;

    /// <summary>Three capital letters.</summary>
    public string Code { get; }

    /// <summary>What stands before an amount.</summary>
    public string Symbol => Known[Code].Symbol;

    /// <summary>Digits after the decimal point: 0, 2 or 3.</summary>
    public int Digits => Known[Code].Digits;

    /// <summary>What is charged and given back is a whole number of these, in minor units: payment companies take no single thousandths.</summary>
    public int Step => Digits == 3 ? 10 : 1;

    /// <summary>Says so beside a field where it matters; "" where every minor unit is charged.</summary>
    public string StepSentence => Step == 1 ? "" : $" Payments in {Code} go in steps of {new Money(Step, this)}.";

    /// <summary>Every currency that can be sold in.</summary>
    public static IEnumerable<string> Codes => Known.Keys;

    /// <summary>The currency with this code. Throws for an unknown one: check input with <see cref="IsKnown"/>.</summary>
    public static Currency Of(string code) => IsKnown(code) ? new Currency(code) : throw new ArgumentOutOfRangeException(nameof(code), code, "Unknown currency.");

    /// <summary>True for a code that can be sold in.</summary>
    public static bool IsKnown(string? code) => code is not null && Known.ContainsKey(code);

    public override string ToString() => Code;
}
