namespace TicketWeb.Platform.Jobs;

/// <summary>One page of given-up jobs, newest first.</summary>
/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record StuckPage(IReadOnlyList<StuckJob> Jobs, Guid? Next);
