namespace TicketWeb.Platform.Data;

/// <summary>What a feature asks of several tables at once, so that others can ask for it in one message with their own.</summary>
/// <param name="All">To be read in this order.</param>
/// <param name="Found">What they come to, once they are read.</param>
public sealed record RowQueries<T>(IReadOnlyList<RowQuery> All, Func<T> Found);
