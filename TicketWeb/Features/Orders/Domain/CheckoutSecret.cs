using System.Security.Cryptography;
using System.Text;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>
/// What opens a checkout: made by the server, or by the browser's script so that two clicks carry the same one and make one order.
/// Only its hash is stored.
/// </summary>
internal sealed record CheckoutSecret
{
    private const int Fewest = 22;
    private const int Most = 64;

    private CheckoutSecret(string text) => Text = text;

    public string Text { get; }

    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    public static CheckoutSecret New() => new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_'));

    /// <summary>A secret that came from outside; null when it is too short to be one (128 bits) or has odd characters.</summary>
    public static CheckoutSecret? Parse(string? text) =>
        text is { Length: >= Fewest and <= Most } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? new CheckoutSecret(text) : null;
}
