namespace TicketWeb.Kernel;

/// <summary>One or more inputs cannot be taken as they are; nothing was changed.</summary>
public sealed record InvalidInput(IReadOnlyList<InputError> Errors)
    : Refusal("invalid_input", string.Join(' ', Errors.Select(e => e.Sentence)))
{
    /// <summary>The sentence for one input, or null when it is fine.</summary>
    public string? For(string field) => Errors.FirstOrDefault(e => e.Field == field)?.Sentence;
}
