namespace TicketWeb.Platform.Reconciling;

/// <summary>A run as operators see it.</summary>
/// <param name="Nightly">False when somebody asked for it.</param>
/// <param name="StartedAt">Null while it waits for a worker.</param>
/// <param name="Took">Null until it has ended.</param>
/// <param name="Trouble">Why the last attempt broke off; null when it did not.</param>
/// <param name="GivenUp">True when no further attempt is made.</param>
public sealed record ReconciliationView(
    Guid Id, bool Nightly, DateTimeOffset WantedAt, DateTimeOffset? StartedAt, TimeSpan? Took, int Checks, int ChecksDone, long Differences, string? Trouble, bool GivenUp)
{
    public bool Ended => Took is not null || GivenUp;
}
