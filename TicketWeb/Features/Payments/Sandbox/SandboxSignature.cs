using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Payments.Sandbox;

/// <summary>Signs webhooks and checks them: <c>t=&lt;unix seconds&gt;,v1=&lt;hex HMAC-SHA256 of "t.body"&gt;</c>, good for five minutes.</summary>
internal sealed class SandboxSignature(IOptions<SandboxOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly byte[] _secret = options.Value.WebhookSecret.Length > 0 ? Encoding.UTF8.GetBytes(options.Value.WebhookSecret) : RandomNumberGenerator.GetBytes(32);

    public string Sign(byte[] body)
    {
        var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={time},v1={Mac(time, body)}";
    }

    public Refusal? Check(byte[] body, string? signature)
    {
        if (signature?.Split(',') is not [['t', '=', .. var time], ['v', '1', '=', .. var mac]])
            return new BadWebhook("The signature is missing or has another form.");
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
            return new BadWebhook("The signature is too old.");
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Mac(time, body)), Encoding.ASCII.GetBytes(mac))
            ? null
            : new BadWebhook("The signature is wrong.");
    }

    private string Mac(string time, byte[] body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_secret, (byte[])[.. Encoding.ASCII.GetBytes(time + "."), .. body]));
}
