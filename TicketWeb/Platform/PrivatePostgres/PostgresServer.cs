using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace TicketWeb.Platform.PrivatePostgres;

/// <summary>
/// A PostgreSQL of the app's own, so that development needs no set-up. It uses the programs installed on the machine, else npm's; it listens
/// on a socket that only this user can reach; and it ends with the app, also when that is killed.
/// </summary>
public sealed partial class PostgresServer(ILogger<PostgresServer> logger) : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(40);

    private FileStream? _lock;
    private Process? _watch;
    private string? _connectionString;

    /// <summary>Where data, log and socket are kept from run to run. One app at a time.</summary>
    public required string Folder { get; init; }

    /// <summary>Where npm's binaries are kept when none are installed.</summary>
    public required string BinariesFolder { get; init; }

    /// <summary>False lets a power cut lose data and makes tests quicker.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>At a time, from all apps and tools together.</summary>
    public int MostConnections { get; init; } = 200;

    /// <summary>How to sign in as its superuser, to the database "postgres". Throws while it is not running.</summary>
    public string ConnectionString => _connectionString ?? throw new InvalidOperationException("The private PostgreSQL is not running.");

    /// <summary>Starts the server and returns once it answers. Throws <see cref="PostgresUnavailableException"/> with a sentence for the person when it cannot.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        var files = new ServerFiles(Folder);
        files.Create();
        _lock = TryLock(files) ?? throw new PostgresUnavailableException(
            $"The private database in {files.Folder} is in use by another TicketWeb that is running. "
            + "Stop that one first, or point ConnectionStrings__TicketWeb at a database for this one.");
        await StartAsync(files, cancel);
    }

    /// <summary>The same for a guest: where another app has the server running, that one is used, and stays when the guest goes.</summary>
    public async Task StartOrJoinAsync(CancellationToken cancel)
    {
        var files = new ServerFiles(Folder);
        files.Create();
        _lock = TryLock(files);
        if (_lock is null)
            _connectionString = SignIn(files, RunningPort(files));
        else
            await StartAsync(files, cancel);
    }

    /// <summary>Stops the server and waits for its end; sessions still open are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        _connectionString = null;
        try
        {
            if (_watch is not null)
                await StopAsync(_watch);
        }
        finally
        {
            _watch?.Dispose();
            _watch = null;
            _lock?.Dispose();
            _lock = null;
        }
    }

    /// <returns>Null while another app holds it.</returns>
    private static FileStream? TryLock(ServerFiles files)
    {
        try
        {
            return new FileStream(files.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task StartAsync(ServerFiles files, CancellationToken cancel)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            var binaries = await ChooseBinariesAsync(files.Major, cancel);
            var account = await ServerAccount.ChooseAsync(cancel);
            await account.OwnAsync([files.Folder, files.SocketFolder], cancel);
            if (files.Major is null)
                await CreateClusterAsync(binaries, files, account, cancel);
            else
                await LeftoverServer.EndAsync(binaries, files, account, cancel);

            int? port = OperatingSystem.IsWindows() ? FreePort() : null;
            files.WriteSettings(Durable, port, MostConnections);
            await LaunchAsync(binaries, files, account, cancel);
            _connectionString = SignIn(files, port);
            LogStarted(binaries.Major, files.Folder, watch.ElapsedMilliseconds);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private static async Task StopAsync(Process watch)
    {
        watch.StandardInput.Close();
        // The watch holds this pipe open until the server has stopped.
        await watch.StandardOutput.ReadToEndAsync(CancellationToken.None).WaitAsync(StopPatience);
    }

    private async Task<PostgresBinaries> ChooseBinariesAsync(int? major, CancellationToken cancel)
    {
        var installed = await PostgresBinaries.FindInstalledAsync(cancel);
        if (installed.FirstOrDefault(b => major is null || b.Major == major) is { } fitting)
            return fitting;
        if (major is null or PostgresPackage.Major)
            return await new PostgresPackage(BinariesFolder, logger).GetAsync(cancel);
        throw new PostgresUnavailableException(
            $"The data in {Folder} were made by PostgreSQL {major}, which is no longer installed here. Install it again, or delete that folder to begin anew.");
    }

    private async Task CreateClusterAsync(PostgresBinaries binaries, ServerFiles files, ServerAccount account, CancellationToken cancel)
    {
        // Made aside and moved into place when whole: a making that was killed halfway must not be taken for a cluster.
        if (Directory.Exists(files.Unfinished))
            Directory.Delete(files.Unfinished, recursive: true);
        string[] sync = Durable ? [] : ["--no-sync"];
        var made = await account.RunAsync(
            [binaries.InitDb, "-D", files.Unfinished, "-U", "postgres", .. await SignInRulesAsync(files, cancel), "-E", "UTF8", .. Locale(), "--no-instructions", .. sync], cancel);
        if (!made.Succeeded)
            throw new PostgresUnavailableException($"A private database could not be made in {files.Folder}: {made.Output}");
        Directory.Move(files.Unfinished, files.Data);
    }

    /// <summary>Reaching the socket is enough; on Windows other users of the machine reach the port too, so there a password is asked for.</summary>
    private static async Task<string[]> SignInRulesAsync(ServerFiles files, CancellationToken cancel)
    {
        if (!OperatingSystem.IsWindows())
            return ["-A", "trust"];
        await File.WriteAllTextAsync(files.Password, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), cancel);
        return ["-A", "scram-sha-256", "--pwfile", files.Password];
    }

    /// <summary>Text is compared by code point, so that sorting is the same on every machine; letters of all scripts have their cases.</summary>
    private static string[] Locale() =>
        OperatingSystem.IsMacOS() ? ["--locale=C", "--lc-ctype=en_US.UTF-8"]
        : OperatingSystem.IsWindows() ? ["--locale=C"]
        : ["--locale=C.UTF-8"];

    private async Task LaunchAsync(PostgresBinaries binaries, ServerFiles files, ServerAccount account, CancellationToken cancel)
    {
        try
        {
            _watch = Process.Start(ServerWatch.StartInfo(binaries, files, account))!;
        }
        catch (Win32Exception missing)
        {
            throw new PostgresUnavailableException($"The private database could not be started: {missing.Message}", missing);
        }

        var word = await _watch.StandardOutput.ReadLineAsync(cancel);
        if (word?.Trim() != "ready")
            throw new PostgresUnavailableException($"The private database in {files.Folder} did not start. Its log ends with:{Environment.NewLine}{Tail(files.Log)}");
    }

    private static string Tail(string log) => File.Exists(log) ? string.Join(Environment.NewLine, File.ReadLines(log).TakeLast(8)) : "(there is no log)";

    private static string SignIn(ServerFiles files, int? port)
    {
        var signIn = new NpgsqlConnectionStringBuilder { Host = files.SocketFolder, Username = "postgres", Database = "postgres" };
        if (port is not null)
            (signIn.Host, signIn.Port, signIn.Password) = ("127.0.0.1", port.Value, File.ReadAllText(files.Password));
        return signIn.ConnectionString;
    }

    /// <summary>Where there is a port and not a socket, the fourth line of the pid file tells it.</summary>
    private static int? RunningPort(ServerFiles files)
    {
        if (!OperatingSystem.IsWindows())
            return null;
        return File.Exists(files.PidFile) && File.ReadLines(files.PidFile).ElementAtOrDefault(3) is { } line && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new PostgresUnavailableException($"The private database in {files.Folder} is just being started or stopped by another TicketWeb. Try again in a moment.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "PostgreSQL {Major} is running in {Folder} (started in {Milliseconds} ms)")]
    private partial void LogStarted(int major, string folder, long milliseconds);
}
