namespace TicketWeb.Platform.Jobs;

/// <summary>A job that was given up.</summary>
/// <param name="About">The id of what it is about, an order most often.</param>
/// <param name="Reason">Why it was set aside; null while nobody has.</param>
public sealed record StuckJob(
    Guid Id, string What, Guid? About, DateTimeOffset WrittenAt, int Attempts, string? LastError, DateTimeOffset GivenUpAt, DateTimeOffset? SetAsideAt, string? Reason);
