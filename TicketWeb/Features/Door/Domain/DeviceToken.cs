using System.Security.Cryptography;
using System.Text;

namespace TicketWeb.Features.Door.Domain;

/// <summary>The key of a paired device: 256 random bits. Only its hash is stored, so a copy of the database opens no door.</summary>
internal sealed record DeviceToken(string Text)
{
    private const int Longest = 100;

    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Text));

    public static DeviceToken New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The token in an Authorization header; null when it holds none.</summary>
    public static DeviceToken? FromHeader(string? header) =>
        header is { Length: <= Longest } && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header.Length > 7 ? new DeviceToken(header[7..]) : null;
}
