using System.Diagnostics;
using System.Net;
using TicketWeb.Platform.Processes;
using Xunit;

namespace TicketWeb.Tests.Nodes;

/// <summary>HAProxy before two nodes, with the very configuration that <c>deploy/</c> offers. Installed when it is missing and that is possible.</summary>
internal sealed class Haproxy : IDisposable
{
    private readonly Process _process;

    private Haproxy(Process process, IPEndPoint address) => (_process, Url) = (process, new Uri($"http://{address}/"));

    public Uri Url { get; }

    public static async Task<Haproxy> StartAsync(Node a, Node b)
    {
        var program = await FindOrInstallAsync();
        var address = Node.FreeAddress();
        var process = Process.Start(new ProcessStartInfo(program, ["-db", "-f", Path.Combine(AppContext.BaseDirectory, "haproxy.cfg")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["LISTEN"] = address.ToString(), ["NODE_A"] = a.Address.ToString(), ["NODE_B"] = b.Address.ToString() },
        })!;
        // It reads its configuration and complains at once, or not at all.
        if (process.WaitForExit(TimeSpan.FromSeconds(1)))
            throw new InvalidOperationException($"HAProxy does not start: {await process.StandardError.ReadToEndAsync()}");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Haproxy(process, address);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static async Task<string> FindOrInstallAsync()
    {
        if (Find() is { } installed)
            return installed;

        TestContext.Current.SendDiagnosticMessage("HAProxy is not installed here; installing it for the tests of several nodes.");
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Command.Find("apt-get") is not null)
        {
            await Command.RunAsync("apt-get", ["update", "-q"], CancellationToken.None);
            await Command.RunAsync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "haproxy"], CancellationToken.None);
        }

        return Find() ?? throw new InvalidOperationException("The tests of several nodes need HAProxy, and it could not be installed. Install it, or run the other tests with --filter-not-namespace \"TicketWeb.Tests.Nodes\".");
    }

    private static string? Find() => Command.Find("haproxy") ?? (File.Exists("/usr/sbin/haproxy") ? "/usr/sbin/haproxy" : null);
}
