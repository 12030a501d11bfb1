using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Door.Domain;

/// <summary>A phone or scanner that may scan for one event until it is revoked.</summary>
internal sealed class Device
{
    private Device()
    {
    }

    public DeviceId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    public string Name { get; private init; } = "";

    public string Gate { get; private init; } = "";

    public byte[] TokenHash { get; private init; } = [];

    public DateTimeOffset PairedAt { get; private init; }

    public DateTimeOffset LastSeenAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private init; }

    public static Outcome<Device> Pair(PairingCode code, string? name, DeviceToken token, DateTimeOffset now)
    {
        var errors = new InputErrors();
        var fineName = errors.Text(name, "name", "The name", 60);
        if (!errors.None)
            return errors.ToRefusal();

        return new Device
        {
            Id = Kernel.Id.New<DeviceId>(),
            OrganizationId = code.OrganizationId,
            EventId = code.EventId,
            Name = fineName,
            Gate = code.Gate,
            TokenHash = token.Hash,
            PairedAt = now,
            LastSeenAt = now,
        };
    }
}
