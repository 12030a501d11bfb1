using System.Diagnostics;
using System.Text.Json;
using TicketWeb.Tests.Support.StripeEmulator;
using Xunit;

[assembly: AssemblyFixture(typeof(StripesClient))]

namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>Stripe's own client in a small program that answers each line of JSON with a line: one for the whole run, started when it is first asked.</summary>
public sealed class StripesClient : IDisposable
{
    private readonly Lazy<Process> _process = new(() => Tools.Start("stripes-client.mjs"));
    private readonly SemaphoreSlim _one = new(1);

    public async Task<string> AskAsync(object question, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await _process.Value.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question));
            await _process.Value.StandardInput.FlushAsync(cancel);
            return (await _process.Value.StandardOutput.ReadLineAsync(cancel))!;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        if (_process.IsValueCreated)
        {
            _process.Value.StandardInput.Close();
            _process.Value.WaitForExit();
            _process.Value.Dispose();
        }

        _one.Dispose();
    }
}
