namespace TicketWeb.Platform.Reconciling;

/// <summary>One page of the runs, newest first.</summary>
/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record ReconciliationPage(IReadOnlyList<ReconciliationView> Runs, Guid? Next);
