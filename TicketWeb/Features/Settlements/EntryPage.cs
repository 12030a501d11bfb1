namespace TicketWeb.Features.Settlements;

/// <summary>One page of a list of entries, newest first.</summary>
/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record EntryPage(IReadOnlyList<EntryRow> Entries, EntryId? Next);
