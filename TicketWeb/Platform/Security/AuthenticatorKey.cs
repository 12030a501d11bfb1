namespace TicketWeb.Platform.Security;

/// <param name="Secret">In Base32, for typing.</param>
/// <param name="Address">The otpauth: address that the QR code holds.</param>
public sealed record AuthenticatorKey(string Secret, string Address)
{
    /// <summary>In groups of four, for reading.</summary>
    public string Readable => string.Join(' ', Secret.Chunk(4).Select(group => new string(group)));
}
