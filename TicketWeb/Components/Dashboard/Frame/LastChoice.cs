namespace TicketWeb.Components.Dashboard.Frame;

/// <summary>Of somebody who chooses faster than we answer the last choice counts: an answer to an earlier one is dropped, however late it comes.</summary>
public sealed class LastChoice
{
    private int _asked;
    private int _answered;

    /// <summary>True while the last choice has no answer yet. What is shown until then is the answer to another.</summary>
    public bool Waits => _answered != _asked;

    /// <param name="ask">Asks for the choice as it is now.</param>
    /// <param name="take">Takes the answer, unless something else was chosen meanwhile.</param>
    public async Task AskAsync<T>(Func<Task<T>> ask, Action<T> take)
    {
        var mine = ++_asked;
        var answer = await ask();
        if (mine != _asked)
            return;
        _answered = mine;
        take(answer);
    }
}
