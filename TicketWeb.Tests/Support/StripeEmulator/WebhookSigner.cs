using System.Diagnostics;
using System.Text.Json;

namespace TicketWeb.Tests.Support.StripeEmulator;

/// <summary>Stripe's own client, which signs webhooks as Stripe does.</summary>
internal sealed class WebhookSigner : IDisposable
{
    private readonly Process _process = Tools.Start("stripe-signer.mjs");
    private readonly SemaphoreSlim _one = new(1);

    public async Task<string> SignAsync(string payload, string secret, DateTimeOffset now, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { payload, secret, timestamp = now.ToUnixTimeSeconds() }));
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
