namespace TicketWeb.Platform.Jobs;

/// <summary>A job that this node has claimed.</summary>
/// <param name="Id">Version 7: jobs are claimed in the order in which they were written.</param>
/// <param name="Attempt">How often it was claimed, this time included.</param>
/// <param name="What">What it is, for the log: a word and ids, nothing personal.</param>
public readonly record struct JobClaim(Guid Id, int Attempt, string What);
