using System.Diagnostics;

namespace TicketWeb.Platform.PrivatePostgres;

/// <summary>
/// The command that starts the server, says "ready", waits until its standard input ends and then stops the server. The operating system
/// closes that input whenever and however the app ends, also by SIGKILL, so a server never outlives its app.
/// </summary>
/// <remarks>
/// The waiting part ignores what a terminal sends (Ctrl-C, hanging up), is no child of the app that could be killed along with it, and
/// pg_ctl gives the server a session of its own: nobody loses the database before the app has finished with it.
/// </remarks>
public static class ServerWatch
{
    private const string UnixScript = """
        exec 3<&0
        (
          trap '' HUP INT TERM
          if "$1" start -s -w -t 60 -D "$2" -l "$3" </dev/null 3<&- >>"$3" 2>&1; then
            echo ready
            cat <&3 >/dev/null
            "$1" stop -s -w -t 15 -m fast -D "$2" >>"$3" 2>&1 || "$1" stop -s -w -t 15 -m immediate -D "$2" >>"$3" 2>&1
          else
            echo failed
          fi
        ) 2>/dev/null &
        """;

    private const string WindowsScript = "pg_ctl start -s -w -t 60 -D \"%TW_DATA%\" -l \"%TW_LOG%\" <nul >nul 2>&1 && (echo ready& findstr . >nul & pg_ctl stop -s -w -t 15 -m fast -D \"%TW_DATA%\" >nul 2>&1) || echo failed";

    /// <summary>The start of the command, with its input and output open to the app.</summary>
    public static ProcessStartInfo StartInfo(PostgresBinaries binaries, ServerFiles files, ServerAccount account)
    {
        var command = OperatingSystem.IsWindows() ? ["cmd.exe", "/d", "/s", "/c", WindowsScript] : CommandLine(binaries, files, account);
        return new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = OperatingSystem.IsWindows() ? binaries.Folder : "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["TW_DATA"] = files.Data, ["TW_LOG"] = files.Log },
        };
    }

    /// <summary>The command line on Linux and macOS.</summary>
    public static IReadOnlyList<string> CommandLine(PostgresBinaries binaries, ServerFiles files, ServerAccount account) =>
        account.Wrap([.. OwnSession(), "/bin/sh", "-c", UnixScript, "ticketweb-postgres", binaries.PgCtl, files.Data, files.Log]);

    /// <summary>Out of reach of a SIGKILL to the app's whole process group, where the system has a command for that.</summary>
    private static string[] OwnSession() => Processes.Command.Find("setsid") is { } setsid ? [setsid] : [];
}
