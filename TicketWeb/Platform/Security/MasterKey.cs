using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace TicketWeb.Platform.Security;

/// <summary>
/// Closes the sealing keys with a key that is not in the database, so that a stolen database or backup opens nothing: neither sessions
/// nor the keys that sign tickets. AES-256-GCM; Development does without a key and stores them as they are.
/// </summary>
internal sealed class MasterKey(IOptions<SecurityOptions> options)
{
    public const int Length = 32;

    private const string Mark = "sealed:";
    private readonly byte[]? _key = Parse(options.Value.MasterKey);

    /// <summary>The key's bytes; null when the text is no key.</summary>
    public static byte[]? Parse(string? text)
    {
        var bytes = new byte[Length];
        return text is not null && Convert.TryFromBase64String(text, bytes, out var written) && written == Length ? bytes : null;
    }

    public string Seal(string text)
    {
        if (_key is null)
            return text;

        var plain = Encoding.UTF8.GetBytes(text);
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (cipher, tag) = (new byte[plain.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        using var aes = new AesGcm(_key, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return Mark + Convert.ToBase64String([.. nonce, .. tag, .. cipher]);
    }

    /// <summary>Opens what was sealed; what was stored without a key is read as it is. Throws for another key than it was sealed with.</summary>
    public string Open(string stored)
    {
        if (!stored.StartsWith(Mark, StringComparison.Ordinal))
            return stored;
        if (_key is null)
            throw new InvalidOperationException("The keys in this database are sealed: set Security:MasterKey to the key they were sealed with.");

        var bytes = Convert.FromBase64String(stored[Mark.Length..]).AsSpan();
        var (nonceLength, tagLength) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var plain = new byte[bytes.Length - nonceLength - tagLength];
        using var aes = new AesGcm(_key, tagLength);
        aes.Decrypt(bytes[..nonceLength], bytes[(nonceLength + tagLength)..], bytes.Slice(nonceLength, tagLength), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
