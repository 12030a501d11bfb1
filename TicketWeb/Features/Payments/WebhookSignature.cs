using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments;

/// <summary>
/// Signs webhooks and checks them the way Stripe does: <c>t=&lt;unix seconds&gt;,v1=&lt;hex HMAC-SHA256 of "t.body"&gt;</c>, good for five minutes. While
/// a secret is replaced there are two of them, on either side: one signature that one secret made is enough.
/// </summary>
internal static class WebhookSignature
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string Sign(byte[] body, byte[] secret, DateTimeOffset now)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={time},v1={Convert.ToHexStringLower(Mac(time, body, secret))}";
    }

    /// <returns>Why not; null when it is good.</returns>
    public static Refusal? Check(byte[] body, string? signature, IReadOnlyList<byte[]> secrets, DateTimeOffset now)
    {
        var parts = (signature ?? "").Split(',').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToLookup(p => p[0].Trim(), p => p[1]);
        var given = parts["v1"].Select(Bytes).OfType<byte[]>().ToList();
        if (parts["t"].FirstOrDefault() is not { } time || given.Count == 0)
            return new BadWebhook("The signature is missing or has another form.");
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
            return new BadWebhook("The signature is too old.");
        return secrets.Select(s => Mac(time, body, s)).Any(mac => given.Any(g => CryptographicOperations.FixedTimeEquals(mac, g)))
            ? null
            : new BadWebhook("The signature is wrong.");
    }

    private static byte[] Mac(string time, byte[] body, byte[] secret) => HMACSHA256.HashData(secret, (byte[])[.. Encoding.ASCII.GetBytes(time + "."), .. body]);

    private static byte[]? Bytes(string hex)
    {
        var bytes = new byte[hex.Length / 2];
        return Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }
}
