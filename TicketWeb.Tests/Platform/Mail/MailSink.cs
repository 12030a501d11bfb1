using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Mail;

/// <summary>A real mail server that keeps what it is given.</summary>
public sealed class MailSink : IAsyncLifetime
{
    private readonly string[] _nameAndPassword;
    private Process? _process;

    public MailSink()
        : this([])
    {
    }

    internal MailSink(params string[] nameAndPassword) => _nameAndPassword = nameAndPassword;

    public int Port { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _process = Tools.Start("mail-sink.mjs", _nameAndPassword);
        Port = int.Parse((await _process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
    }

    /// <summary>The next letter that arrived.</summary>
    public async Task<JsonElement> NextAsync(CancellationToken cancel) =>
        JsonDocument.Parse((await _process!.StandardOutput.ReadLineAsync(cancel))!).RootElement;

    public async ValueTask DisposeAsync()
    {
        _process!.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
