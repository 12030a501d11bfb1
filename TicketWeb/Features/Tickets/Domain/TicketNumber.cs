using System.Security.Cryptography;

namespace TicketWeb.Features.Tickets.Domain;

/// <summary>The number a person can read out when a code will not scan: nine characters, shown as K7F-2QX-9MB.</summary>
public readonly record struct TicketNumber
{
    private const int Length = 9;

    /// <summary>Without 0, 1, I, L and O, which people confuse.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private TicketNumber(string value) => Value = value;

    /// <summary>The nine characters without hyphens, as they are stored.</summary>
    public string Value { get; }

    /// <summary>A random one of 31⁹, some 26 million million; that no event has it twice is for a unique index to say.</summary>
    public static TicketNumber New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads what a person typed, forgiving case, spaces and hyphens; null when it is no number.</summary>
    public static TicketNumber? Parse(string? text)
    {
        var value = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '‐' or '‑' or '–'))).ToUpperInvariant();
        return value.Length == Length && value.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? new TicketNumber(value) : null;
    }

    public override string ToString() => $"{Value[..3]}-{Value[3..6]}-{Value[6..]}";
}
