using System.Diagnostics.CodeAnalysis;

namespace TicketWeb.Kernel;

/// <summary>What was asked for, or the refusal that says why not.</summary>
public readonly struct Outcome<T> where T : notnull
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Why not; null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What was asked for. Throws when it was refused: ask <see cref="IsDone"/> first.</summary>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}: {Refusal.Sentence}");

    /// <summary>True with the value, false with the refusal.</summary>
    public bool IsDone([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        value = _value;
        refusal = Refusal;
        return refusal is null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
