using System.Security.Cryptography;
using System.Text;

namespace TicketWeb.Features.Door.Domain;

/// <summary>
/// A pairing code, shown as K7F-2QX-9MB. Its first three characters find it, so that wrong guesses at the other six (887 million)
/// can be counted against it.
/// </summary>
internal sealed record PairingSecret
{
    private const int Length = 9;

    /// <summary>Without 0, 1, I, L and O, which people confuse.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private PairingSecret(string value) => Value = value;

    public string Value { get; }

    public string Locator => Value[..3];

    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Value));

    public static PairingSecret New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads what a person typed, forgiving case, spaces and hyphens; null when it is no code.</summary>
    public static PairingSecret? Parse(string? text)
    {
        var value = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return value.Length == Length && value.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? new PairingSecret(value) : null;
    }

    public override string ToString() => $"{Value[..3]}-{Value[3..6]}-{Value[6..]}";
}
