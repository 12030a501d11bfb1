using TicketWeb.Components.Design;
using TicketWeb.Kernel;
using TicketWeb.Platform.Security;

namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>A form's way to its use case: busy while it runs, one run at a time, and the refusal beside the field it is about.</summary>
public sealed class Saving
{
    public bool Busy { get; private set; }

    /// <summary>Why it was not done the last time.</summary>
    public Refusal? Refusal { get; private set; }

    public IReadOnlyList<FieldError> FieldErrors => Refusal switch
    {
        InvalidInput input => [.. input.Errors.Select(e => new FieldError(e.Field, e.Sentence))],
        { Field: { } of } refusal => [new FieldError(of, refusal.Sentence)],
        _ => [],
    };

    /// <summary>The sentence that belongs to no field.</summary>
    public string? Trouble => FieldErrors.Count == 0 ? Refusal?.Sentence : null;

    public string? Error(string field) => FieldErrors.FirstOrDefault(e => e.Field == field)?.Message;

    /// <returns>True when it was done. A second click while it runs does nothing.</returns>
    public async Task<bool> RunAsync<T>(Func<Task<Outcome<T>>> work) where T : notnull
    {
        if (Busy)
            return false;
        Busy = true;
        try
        {
            Refusal = (await work()).Refusal;
            return Refusal is null;
        }
        catch (Exception e) when (e.Passing() is { } passing)
        {
            Refusal = passing;
            return false;
        }
        finally
        {
            Busy = false;
        }
    }
}
