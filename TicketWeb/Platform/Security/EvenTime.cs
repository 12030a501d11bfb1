namespace TicketWeb.Platform.Security;

/// <summary>Answers after the same time whatever the answer, so that a stopwatch does not tell whether an account exists.</summary>
internal static class EvenTime
{
    /// <summary>Longer than hashing a password and noting a letter take.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(350);

    public static async Task<T> SpendAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        // Real time on purpose: this is about the visitor's stopwatch, not about our clock.
        var rest = Task.Delay(Least, cancel);
        var answer = await work();
        await rest;
        return answer;
    }
}
