using Microsoft.AspNetCore.Components;

namespace TicketWeb.Components.Design;

public sealed partial class Field
{
    /// <summary>The name that is posted; the element's id follows from it.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>What is wrong with the value; null while nothing is.</summary>
    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string Type { get; set; } = "text";

    /// <summary>The token by which browsers fill the field in: "email", "name", "cc-number", "one-time-code" …</summary>
    [Parameter]
    public string? Autocomplete { get; set; }

    [Parameter]
    public string? InputMode { get; set; }

    /// <summary>Fields are needed unless said otherwise; the others are marked "(optional)".</summary>
    [Parameter]
    public bool Required { get; set; } = true;

    /// <summary>False where a field is needed only because of another one, so that neither word is true of it.</summary>
    [Parameter]
    public bool Marked { get; set; } = true;

    [Parameter]
    public int MaxLength { get; set; } = 200;

    /// <summary>More than one makes it a text area.</summary>
    [Parameter]
    public int Lines { get; set; } = 1;

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? More { get; set; }

    private string Id => IdFor(Name);

    private string? Invalid => Error is null ? null : "true";

    private string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (null, _) => $"{Id}-error",
        (_, null) => $"{Id}-hint",
        _ => $"{Id}-hint {Id}-error",
    };

    /// <summary>The id of the field that posts this name, for links that lead to it.</summary>
    public static string IdFor(string name) => "f-" + string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'));
}
