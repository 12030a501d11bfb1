using System.Net;
using System.Net.Sockets;

namespace TicketWeb.Bench;

/// <summary>A mail server that takes every letter and keeps none.</summary>
internal sealed class MailSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _letters;

    public MailSink()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Letters => Volatile.Read(ref _letters);

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed: no more letters.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var reader = new StreamReader(client.GetStream()))
        await using (var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true })
        {
            try
            {
                await writer.WriteLineAsync("220 bench");
                while (await reader.ReadLineAsync() is { } command && !command.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                {
                    if (command.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                        await TakeLetterAsync(reader, writer);
                    await writer.WriteLineAsync("250 fine");
                }

                await writer.WriteLineAsync("221 bye");
            }
            catch (IOException)
            {
                // The server was killed in the middle of a letter, and sends it again.
            }
        }
    }

    private async Task TakeLetterAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
        }

        Interlocked.Increment(ref _letters);
    }
}
