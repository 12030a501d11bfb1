using System.Diagnostics;
using System.Net;
using System.Reflection;
using TicketWeb.Platform.Processes;

namespace TicketWeb.Bench;

/// <summary>A published server in a process of its own.</summary>
internal sealed class TicketServer : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);

    /// <summary>Runs a program whose output goes to a file, without anybody in between to read it.</summary>
    private const string IntoLog = "exec \"$@\" >> \"$LOG\" 2>&1 </dev/null";

    private readonly Process _process;
    private readonly string _log;

    private TicketServer(Process process, IPEndPoint address, string log) => (_process, Address, _log) = (process, address, log);

    /// <summary>The project that is published.</summary>
    public static string Project => Metadata("ServerProject");

    private static string Folder => Metadata("ServerFolder");

    public IPEndPoint Address { get; }

    public bool HasEnded => _process.HasExited;

    /// <summary>What of its memory is in the machine's, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Publishes a Release build of what the project is now, compiled ahead as the container is.</summary>
    public static async Task PublishAsync(CancellationToken cancel)
    {
        foreach (var log in Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.log") : [])
            File.Delete(log);
        string[] ahead = ["--use-current-runtime", "--self-contained", "false", "-p:PublishReadyToRun=true", "-p:NuGetLockFilePath=obj/publish.lock.json"];
        var published = await Command.RunAsync("dotnet", ["publish", Project, "-c", "Release", "-o", Folder, "-v", "q", "--nologo", .. ahead], cancel);
        if (!published.Succeeded)
            throw new InvalidOperationException($"The server could not be published:{Environment.NewLine}{published.Output}");
    }

    /// <summary>Starts it and returns once it is ready.</summary>
    /// <param name="logName">The file beside its programs to which it adds what it logs; the next publishing clears it away.</param>
    public static async Task<TicketServer> StartAsync(IReadOnlyDictionary<string, string> settings, IPEndPoint address, string logName, CancellationToken cancel)
    {
        var log = Path.Combine(Folder, logName);
        var start = new ProcessStartInfo("/bin/sh", ["-c", IntoLog, "sh", "dotnet", "TicketWeb.dll"]) { WorkingDirectory = Folder, Environment = { ["LOG"] = log } };
        foreach (var (name, value) in settings)
            start.Environment[Variable(name)] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = $"http://{address}";
        var server = new TicketServer(Process.Start(start)!, address, log);
        try
        {
            await server.WaitUntilReadyAsync(cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one of the app's commands on the same settings to its end.</summary>
    public static Task<CommandResult> RunCommandAsync(string command, IReadOnlyDictionary<string, string> settings, CancellationToken cancel) =>
        Command.RunAsync("env", [.. settings.Select(s => $"{Variable(s.Key)}={s.Value}"), "ASPNETCORE_ENVIRONMENT=Production", "dotnet", Path.Combine(Folder, "TicketWeb.dll"), command], cancel, Folder);

    /// <summary>No last words.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Asks it to end, and ends it when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Signals.SendAsync(_process.Id, Signals.Terminate);
            try
            {
                await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(StopPatience);
            }
            catch (TimeoutException)
            {
                await KillAsync();
            }
        }

        _process.Dispose();
    }

    private static string Variable(string setting) => setting.Replace(":", "__", StringComparison.Ordinal);

    private static string Metadata(string key) =>
        Path.GetFullPath(typeof(TicketServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!);

    private async Task WaitUntilReadyAsync(CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://{Address}"), Timeout = TimeSpan.FromSeconds(5) };
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < StartPatience;)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The server ended as it started. Its log ends with:{Environment.NewLine}{string.Join(Environment.NewLine, File.ReadLines(_log).TakeLast(20))}");
            if (await IsReadyAsync(http, cancel))
                return;
            await Task.Delay(50, cancel);
        }

        throw new TimeoutException($"The server was not ready after {StartPatience.TotalSeconds:0} seconds.");
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancel)
    {
        try
        {
            return (await http.GetAsync("/health/ready", cancel)).IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }
}
