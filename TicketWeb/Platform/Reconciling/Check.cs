namespace TicketWeb.Platform.Reconciling;

/// <summary>
/// Something that holds at every moment, and the query that finds where it does not. Each belongs to a feature, which reads its own tables
/// and those of features above it: the code that keeps them is what is doubted here, so it is not asked.
/// </summary>
/// <param name="Name">What holds, for operators.</param>
/// <param name="Sql">One text for each difference: a sentence with ids, what is stored and what the rows say. It may ask for <c>@now</c>.</param>
public sealed record Check(string Name, string Sql);
