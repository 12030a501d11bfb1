using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TicketWeb.Tests.Support;

namespace TicketWeb.Tests.Platform.Mail;

/// <summary>A real mail server that keeps what it is given.</summary>
internal sealed class MailSink : IDisposable
{
    private readonly Process _process;

    private MailSink(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<MailSink> StartAsync(CancellationToken cancel, params string[] nameAndPassword)
    {
        var process = Tools.Start("mail-sink.mjs", nameAndPassword);
        return new MailSink(process, int.Parse((await process.StandardOutput.ReadLineAsync(cancel))!, CultureInfo.InvariantCulture));
    }

    /// <summary>The next letter that arrived.</summary>
    public async Task<JsonElement> NextAsync(CancellationToken cancel) =>
        JsonDocument.Parse((await _process.StandardOutput.ReadLineAsync(cancel))!).RootElement;

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
