using System.Diagnostics;
using System.Globalization;

namespace TicketWeb.Platform.PrivatePostgres;

/// <summary>What an earlier run left behind: a server that is still stopping, one that nobody stops any more, or only its pid file.</summary>
public static class LeftoverServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <summary>Clears the way for a new server. Only for the holder of the folder's lock: then no living app uses the old one.</summary>
    public static async Task EndAsync(PostgresBinaries binaries, ServerFiles files, ServerAccount account, CancellationToken cancel)
    {
        // Normally its watch is stopping it this very moment.
        for (var waited = TimeSpan.Zero; IsRunning(files) && waited < Patience; waited += Step)
            await Task.Delay(Step, cancel);

        if (IsRunning(files))
            await account.RunAsync([binaries.PgCtl, "stop", "-w", "-t", "30", "-m", "fast", "-D", files.Data], cancel);
        if (IsRunning(files))
            throw new PostgresUnavailableException($"A PostgreSQL of an earlier run still works on {files.Data} and does not stop. End it by hand (its number is the first line of {files.PidFile}) and start again.");

        // PostgreSQL trusts the number alone and would refuse to start when another program has it by now.
        File.Delete(files.PidFile);
        File.Delete(files.SocketLock);
    }

    private static bool IsRunning(ServerFiles files)
    {
        try
        {
            var pid = int.Parse(File.ReadLines(files.PidFile).First(), CultureInfo.InvariantCulture);
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal) && WorksOn(files, pid);
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or ArgumentException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A server stands in its data folder, where its pid file lies; only Linux lets us look. Two lines: the number and the folder's name.</summary>
    private static bool WorksOn(ServerFiles files, int pid) =>
        !OperatingSystem.IsLinux() || File.ReadLines($"/proc/{pid}/cwd/postmaster.pid").Take(2).SequenceEqual(File.ReadLines(files.PidFile).Take(2));
}
