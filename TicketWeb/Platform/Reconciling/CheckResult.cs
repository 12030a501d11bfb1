namespace TicketWeb.Platform.Reconciling;

/// <summary>What a check found.</summary>
/// <param name="Differences">How many; the first of them have sentences.</param>
/// <param name="Sentences">Each on one line.</param>
public sealed record CheckResult(string Check, long Differences, IReadOnlyList<string> Sentences)
{
    /// <summary>One line for each difference, and one for those that were not named.</summary>
    public IEnumerable<string> Lines => Differences > Sentences.Count
        ? Sentences.Append($"{Check}: {Differences - Sentences.Count} more are like these.")
        : Sentences;
}
