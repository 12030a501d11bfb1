using System.Security.Cryptography;
using System.Text;

namespace TicketWeb.Features.Organizations.Domain;

/// <summary>What an invitation's link proves. Random enough that a plain hash hides it.</summary>
internal readonly record struct InvitationSecret(string Text)
{
    private const int Bytes = 32;

    /// <summary>What is stored and looked up.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public static InvitationSecret New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));
}
