namespace TicketWeb.Features.Door;

/// <summary>A device as the team sees it.</summary>
public sealed record DeviceView(DeviceId Id, string Name, string Gate, DateTimeOffset PairedAt, DateTimeOffset LastSeenAt, DateTimeOffset? RevokedAt, int Scans);
