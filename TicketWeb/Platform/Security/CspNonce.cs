using System.Security.Cryptography;

namespace TicketWeb.Platform.Security;

/// <summary>
/// The request's licence for the scripts that a page names itself, and for what those load: no other runs there, not even one from our own
/// origin. It enters the policy only when a page asks for it, and a page that asked is never stored by the output cache: a nonce that serves
/// twice protects nobody.
/// </summary>
public sealed class CspNonce
{
    private const int Bytes = 16;

    private string? _value;

    /// <summary>For a <c>nonce</c> attribute.</summary>
    public string Value => _value ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    internal bool WasAsked => _value is not null;
}
