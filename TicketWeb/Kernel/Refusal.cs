namespace TicketWeb.Kernel;

/// <summary>A named reason why something a person asked for was not done. Bugs throw; refusals are answers.</summary>
/// <param name="Code">Stable, snake_case, for programs.</param>
/// <param name="Sentence">What the person reads.</param>
public abstract record Refusal(string Code, string Sentence)
{
    /// <summary>The input this is about (its form name), or null when it is about the whole request.</summary>
    public string? Field { get; init; }
}
