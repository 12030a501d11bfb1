using System.Text;

namespace TicketWeb.Features.Tickets.Domain;

/// <summary>Base45 (RFC 9285): bytes as the 45 characters that a QR code packs two to eleven bits.</summary>
public static class Base45
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /// <summary>Three characters for every two bytes, two for a single last one.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length + 1) / 2 * 3);
        for (var at = 0; at < bytes.Length; at += 2)
        {
            var pair = at + 1 < bytes.Length;
            var number = pair ? (bytes[at] << 8) | bytes[at + 1] : bytes[at];
            text.Append(Alphabet[number % 45]).Append(Alphabet[number / 45 % 45]);
            if (pair)
                text.Append(Alphabet[number / (45 * 45)]);
        }

        return text.ToString();
    }

    /// <summary>The bytes behind a text; null when it is not Base45, or says a number that two bytes cannot hold.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 3 == 1)
            return null;

        var bytes = new byte[text.Length / 3 * 2 + (text.Length % 3 == 0 ? 0 : 1)];
        for (int from = 0, to = 0; from < text.Length; from += 3)
        {
            var digits = text[from..Math.Min(from + 3, text.Length)];
            var number = 0;
            for (var i = digits.Length - 1; i >= 0; i--)
            {
                var digit = Alphabet.IndexOf(digits[i], StringComparison.Ordinal);
                if (digit < 0)
                    return null;
                number = number * 45 + digit;
            }

            if (number > (digits.Length == 3 ? ushort.MaxValue : byte.MaxValue))
                return null;
            if (digits.Length == 3)
                bytes[to++] = (byte)(number >> 8);
            bytes[to++] = (byte)number;
        }

        return bytes;
    }
}
