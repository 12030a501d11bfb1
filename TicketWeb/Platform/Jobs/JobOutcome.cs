namespace TicketWeb.Platform.Jobs;

/// <summary>What came of an attempt.</summary>
public readonly record struct JobOutcome
{
    private JobOutcome(string error, bool useless) => (Error, Useless) = (error, useless);

    public static JobOutcome Done => default;

    /// <summary>Why it was not done, for operators; null when it was.</summary>
    public string? Error { get; }

    /// <summary>True when another attempt would come to the same.</summary>
    public bool Useless { get; }

    public static JobOutcome TryAgain(string error) => new(error, useless: false);

    public static JobOutcome GiveUp(string error) => new(error, useless: true);
}
