namespace TicketWeb.Kernel;

/// <summary>Gathers everything that is wrong with an input, so that a person corrects it in one go.</summary>
public sealed class InputErrors
{
    private readonly List<InputError> _errors = [];

    /// <summary>True while nothing was wrong.</summary>
    public bool None => _errors.Count == 0;

    /// <summary>Notes a mistake unless <paramref name="fine"/> holds.</summary>
    public InputErrors Require(bool fine, string field, string sentence)
    {
        if (!fine)
            _errors.Add(new InputError(field, sentence));
        return this;
    }

    /// <summary>Requires a text that is there and not too long, and gives it back trimmed.</summary>
    public string Text(string? value, string field, string name, int most, bool optional = false)
    {
        var text = value?.Trim() ?? "";
        if (!optional)
            Require(text.Length > 0, field, $"{name} is missing.");
        Require(text.Length <= most, field, $"{name} may have {most} characters at most.");
        return text;
    }

    /// <summary>The refusal that says it all.</summary>
    public InvalidInput ToRefusal() => new([.. _errors]);
}
