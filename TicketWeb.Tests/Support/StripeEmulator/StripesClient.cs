using System.Diagnostics;
using System.Text.Json;

namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>Stripe's own client in one of the small programs: it answers each line of JSON with a line.</summary>
internal sealed class StripesClient(string script, params string[] arguments) : IDisposable
{
    private readonly Process _process = Tools.Start(script, arguments);
    private readonly SemaphoreSlim _one = new(1);

    public async Task<string> AskAsync(object question, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question));
            await _process.StandardInput.FlushAsync(cancel);
            return (await _process.StandardOutput.ReadLineAsync(cancel))!;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        _one.Dispose();
    }
}
