using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace TicketWeb.Tests.Nodes;

/// <summary>The app in a process of its own, which can be killed as a power cut would.</summary>
internal sealed class Node : IDisposable
{
    private static readonly string App = Path.Combine(AppContext.BaseDirectory, "TicketWeb.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _connectionString;
    private Process? _process;

    /// <summary>Its connections are few: the tests share a server.</summary>
    public Node(string connectionString) => _connectionString = new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 8 }.ConnectionString;

    /// <summary>Stays the same when it is started again.</summary>
    public IPEndPoint Address { get; } = FreeAddress();

    public Uri Url => new($"http://{Address}/");

    /// <summary>Starts it and returns once it is ready.</summary>
    public async Task StartAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        _process = Process.Start(new ProcessStartInfo("dotnet", [App])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = Url.ToString(),
                ["ConnectionStrings__TicketWeb"] = _connectionString,
                ["Demo"] = "false",
                ["Payments__Sandbox__WebhookSecret"] = "a secret of the tests",
                ["Payments__Sandbox__WebhookDelaySeconds"] = "0",
                ["RateLimits__Purchase__Permits"] = "1000000",
                ["RateLimits__Global__Permits"] = "1000000",
                ["PublicPages__Seconds"] = "0",
            },
        })!;
        var said = new ConcurrentQueue<string?>();
        _process.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
        _process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var client = new HttpClient { BaseAddress = Url };
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(100, cancel))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException e)
            {
                // It does not listen yet; or it never will.
                if (_process.HasExited || watch.Elapsed > Patience)
                    throw new InvalidOperationException($"The node at {Address} did not start. It said: {string.Join('\n', said)}", e);
            }
        }
    }

    /// <summary>SIGKILL: it gets to finish nothing.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
    }

    public static IPEndPoint FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return (IPEndPoint)probe.LocalEndpoint;
    }
}
