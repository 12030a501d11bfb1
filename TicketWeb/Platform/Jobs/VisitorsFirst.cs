namespace TicketWeb.Platform.Jobs;

/// <summary>
/// Jobs share their processors with visitors. In a rush a mail may come a little later, but nobody shall wait for their tickets because others
/// are being written to: while many forms are being answered here, each job steps back for a moment.
/// </summary>
public sealed class VisitorsFirst
{
    /// <summary>More than this is a rush.</summary>
    private const int Few = 6;

    /// <summary>
    /// No longer than this for each job, so that a rush without end slows the queues down and never stops them. What a round has claimed it gets to
    /// before its claim runs out: fifty jobs, two at a time, within a minute.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private int _forms;

    /// <summary>Counts the forms that are being answered; what only looks costs little and is not asked to be counted.</summary>
    public async Task CountAsync(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            await next(http);
            return;
        }

        Interlocked.Increment(ref _forms);
        try
        {
            await next(http);
        }
        finally
        {
            Interlocked.Decrement(ref _forms);
        }
    }

    /// <summary>Returns when few forms are being answered, or after two seconds.</summary>
    public async Task StepBackAsync(CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; Volatile.Read(ref _forms) > Few && waited < Longest; waited += Pause)
            await Task.Delay(Pause, cancel);
    }
}
