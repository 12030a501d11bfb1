using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using TicketWeb.Platform.PrivatePostgres;
using TicketWeb.Platform.Processes;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.PrivatePostgres;

/// <summary>The watch under a parent that dies: a shell of its own process group, which holds the watch's input as the app would.</summary>
public sealed class ServerWatchTests(TestPostgres postgres) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly string _root = QuickFolder.Create("tw-watch-");

    [Fact]
    public async Task A_server_ends_when_its_parent_is_killed_outright()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are a matter of Unix.");
        using var parent = await StartUnderParentAsync();
        (await AnswersAsync()).ShouldBeTrue();

        parent.Kill();

        await EndOfWatchAsync(parent);
        (await AnswersAsync()).ShouldBeFalse();
        File.Exists(Files.PidFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Ctrl_C_and_a_closed_terminal_leave_the_server_to_the_app_and_nothing_behind_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are a matter of Unix.");
        using var parent = await StartUnderParentAsync();

        // A terminal sends it to everyone in the group; this parent takes its time, as an app that finishes its requests does.
        await Command.RunAsync("/bin/kill", ["-INT", "--", $"-{parent.Id}"], Cancel);
        // Where the watch has no session of its own, a terminal that closes reaches it as well.
        foreach (var watch in Watches())
            await Command.RunAsync("/bin/kill", ["-HUP", $"{watch.Id}"], Cancel);
        await Task.Delay(TimeSpan.FromMilliseconds(500), Cancel);
        (await AnswersAsync()).ShouldBeTrue();
        parent.HasExited.ShouldBeFalse();

        parent.Kill();
        await EndOfWatchAsync(parent);
        (await AnswersAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_lost_its_watch_is_ended_by_the_next_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are a matter of Unix.");
        using var parent = await StartUnderParentAsync();
        var orphan = File.ReadLines(Files.PidFile).First();
        foreach (var watch in Watches())
            watch.Kill();
        parent.Kill();

        await using var next = new PostgresServer(NullLogger<PostgresServer>.Instance) { Folder = _root, BinariesFolder = _root, Durable = false };
        await next.StartAsync(Cancel);

        File.ReadLines(Files.PidFile).First().ShouldNotBe(orphan);
        (await AnswersAsync()).ShouldBeTrue();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private ServerFiles Files => new(_root);

    private IEnumerable<Process> Watches() => Process.GetProcesses().Where(p => CommandLineOf(p).Contains(Files.Log, StringComparison.Ordinal) && p.ProcessName is "sh" or "dash");

    /// <summary>Starts the watch of a cluster as an app leaves it there, below a parent that ignores SIGINT and waits.</summary>
    private async Task<Process> StartUnderParentAsync()
    {
        await postgres.CopyClusterAsync(_root);
        var account = await ServerAccount.ChooseAsync(Cancel);
        await account.OwnAsync([Files.Folder], Cancel);
        Files.WriteSettings(durable: false, tcpPort: null, mostConnections: 20);

        var binaries = (await PostgresBinaries.FindInstalledAsync(Cancel)).First(b => b.Major == Files.Major);
        var watch = ServerWatch.CommandLine(binaries, Files, account);
        var fifo = Path.Combine(_root, "fifo");
        const string script = "trap '' INT; mkfifo \"$0\"; \"$@\" <\"$0\" & exec sleep 600 >\"$0\"";
        var parent = new Process { StartInfo = new ProcessStartInfo("setsid", ["/bin/sh", "-c", script, fifo, .. watch]) { RedirectStandardOutput = true } };
        parent.Start();
        await WaitForAsync(AnswersAsync);
        return parent;
    }

    /// <summary>The watch has its output from its parent and holds it open until the server has stopped.</summary>
    private static Task<string> EndOfWatchAsync(Process parent) =>
        parent.StandardOutput.ReadToEndAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(string.Create(CultureInfo.InvariantCulture, $"Host={Files.SocketFolder};Username=postgres;Database=postgres;Pooling=false"));
            await connection.OpenAsync(Cancel);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string CommandLineOf(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        for (var waited = Stopwatch.StartNew(); !await condition(); await Task.Delay(50, Cancel))
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }
}
