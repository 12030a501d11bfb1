using TicketWeb.Platform.Processes;

namespace TicketWeb.Bench;

/// <summary>What .NET cannot send to a process: it only kills.</summary>
internal static class Signals
{
    /// <summary>Asks it to end.</summary>
    public const string Terminate = "TERM";

    /// <summary>PostgreSQL's "immediate": it drops everything and recovers from its log at the next start.</summary>
    public const string Quit = "QUIT";

    public static async Task SendAsync(int process, string signal)
    {
        var sent = await Command.RunAsync("/bin/sh", ["-c", $"kill -{signal} {process}"], CancellationToken.None);
        if (!sent.Succeeded)
            throw new InvalidOperationException($"No {signal} could be sent to process {process}: {sent.Output}");
    }
}
