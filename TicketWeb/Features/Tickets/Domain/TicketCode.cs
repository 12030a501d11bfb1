using System.Security.Cryptography;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Tickets.Domain;

/// <summary>
/// The code on a ticket: "TW1:" and, in Base45, a claim with the issuer's signature (ECDSA P-256, SHA-256). Anyone with
/// the public key can tell that we issued it, without a signal. Its 142 characters fit a QR code of version 6 (41 × 41) at level M.
/// </summary>
public static class TicketCode
{
    private const string Prefix = "TW1:";
    private const int SignatureLength = 64;

    /// <summary>Signs a claim. The key must be the one that <see cref="TicketClaim.Key"/> names.</summary>
    public static string Sign(TicketClaim claim, ECDsa key)
    {
        Span<byte> bytes = stackalloc byte[TicketClaim.Length + SignatureLength];
        claim.Write(bytes);
        key.SignData(bytes[..TicketClaim.Length], bytes[TicketClaim.Length..], HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return Prefix + Base45.Encode(bytes);
    }

    /// <summary>
    /// What a code says. A text that is no whole code is <see cref="NotATicket"/>: half a read must not accuse an honest guest.
    /// A whole code that none of our keys signed is <see cref="Forged"/>. Whatever it is shown, it never throws.
    /// </summary>
    /// <param name="text">What the scanner read or a person typed.</param>
    /// <param name="keys">Every key that ever signed, by its id.</param>
    public static Outcome<TicketClaim> Read(string text, IReadOnlyDictionary<byte, ECDsa> keys)
    {
        if (Bytes(text) is not { } bytes)
            return new NotATicket();

        var signed = bytes.AsSpan(0, TicketClaim.Length);
        var claim = TicketClaim.Read(signed);
        var signature = bytes.AsSpan(TicketClaim.Length);
        return keys.TryGetValue(claim.Key, out var key)
            && key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ? claim
            : new Forged();
    }

    /// <summary>What a code claims, believed by nobody yet: enough to find out whose key to check it with. Null when it is no whole code.</summary>
    public static TicketClaim? Unverified(string text) => Bytes(text) is { } bytes ? TicketClaim.Read(bytes.AsSpan(0, TicketClaim.Length)) : null;

    private static byte[]? Bytes(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && Base45.Decode(text.AsSpan(Prefix.Length)) is { Length: TicketClaim.Length + SignatureLength } bytes
            ? bytes
            : null;
}
