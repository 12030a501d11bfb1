using System.Security.Cryptography;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Door.Domain;

/// <summary>Lets one device in, once, within a quarter of an hour.</summary>
internal sealed class PairingCode
{
    public const int MostAttempts = 5;
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private PairingCode()
    {
    }

    public PairingCodeId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    public string Gate { get; private init; } = "";

    public string Locator { get; private init; } = "";

    public byte[] Hash { get; private init; } = [];

    public Guid MadeBy { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public int Attempts { get; private init; }

    public DateTimeOffset? UsedAt { get; private init; }

    public static PairingCode For(OrganizationId organization, EventId of, string gate, PairingSecret secret, Guid madeBy, DateTimeOffset now) => new()
    {
        Id = Kernel.Id.New<PairingCodeId>(),
        OrganizationId = organization,
        EventId = of,
        Gate = gate,
        Locator = secret.Locator,
        Hash = secret.Hash,
        MadeBy = madeBy,
        ExpiresAt = now + Lasts,
    };

    public bool Fits(PairingSecret secret) => CryptographicOperations.FixedTimeEquals(Hash, secret.Hash);
}
