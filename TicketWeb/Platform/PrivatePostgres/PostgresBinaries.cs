using System.ComponentModel;
using System.Globalization;
using TicketWeb.Platform.Processes;

namespace TicketWeb.Platform.PrivatePostgres;

/// <summary>The programs of one PostgreSQL installation.</summary>
/// <param name="Folder">The folder with initdb, pg_ctl and postgres.</param>
/// <param name="Major">The version before the point; clusters cannot be read by another one.</param>
public sealed record PostgresBinaries(string Folder, int Major)
{
    public string InitDb => Program(Folder, "initdb");

    public string PgCtl => Program(Folder, "pg_ctl");

    /// <summary>What this machine has installed, newest first.</summary>
    public static async Task<IReadOnlyList<PostgresBinaries>> FindInstalledAsync(CancellationToken cancel)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in Folders().Where(IsComplete).Distinct())
        {
            if (await AskAsync(folder, cancel) is { } binaries)
                found.Add(binaries);
        }

        return [.. found.OrderByDescending(b => b.Major)];
    }

    /// <summary>The installation in a folder; null when there is none that runs here.</summary>
    public static async Task<PostgresBinaries?> AskAsync(string folder, CancellationToken cancel)
    {
        if (!IsComplete(folder))
            return null;
        try
        {
            // "postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)"
            var answer = await Command.RunAsync(Program(folder, "postgres"), ["--version"], cancel);
            var version = answer.Output.Split(' ').SkipWhile(word => word != "(PostgreSQL)").Skip(1).FirstOrDefault() ?? "";
            var digits = string.Concat(version.TakeWhile(char.IsAsciiDigit));
            return int.TryParse(digits, CultureInfo.InvariantCulture, out var major) ? new PostgresBinaries(folder, major) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> Folders() =>
    [
        .. Versions("/usr/lib/postgresql", "bin"),
        .. Versions("/usr", "bin", "pgsql-*"),
        .. Versions("/opt/homebrew/opt", "bin", "postgresql@*"),
        .. Versions("/usr/local/opt", "bin", "postgresql@*"),
        .. Versions("/Applications/Postgres.app/Contents/Versions", "bin"),
        .. Versions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "bin"),
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
    ];

    private static IEnumerable<string> Versions(string parent, string inside, string pattern = "*") =>
        Path.IsPathRooted(parent) && Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, pattern).Select(version => Path.Combine(version, inside))
            : [];

    private static bool IsComplete(string folder) =>
        Path.IsPathRooted(folder) && File.Exists(Program(folder, "initdb")) && File.Exists(Program(folder, "pg_ctl")) && File.Exists(Program(folder, "postgres"));

    private static string Program(string folder, string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
}
