namespace TicketWeb.Features.Door;

/// <summary>What a device read. Both times are by the device's own clock: their difference says how long the scan had to wait, even if that clock is wrong.</summary>
/// <param name="SentAt">When it was sent, this time; null counts as at once.</param>
public sealed record ScanInput(ScanId Id, string Code, DateTimeOffset ScannedAt, DateTimeOffset? SentAt);
