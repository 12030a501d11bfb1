using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Tickets.Domain;

/// <summary>A key with which an organization's tickets are signed. Old ones stay, so that old tickets can be read.</summary>
internal sealed class SigningKey
{
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>Named in every code.</summary>
    public required byte KeyId { get; init; }

    /// <summary>SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>PKCS#8, encrypted with the app's data-protection keys.</summary>
    public required byte[] ProtectedPrivateKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
