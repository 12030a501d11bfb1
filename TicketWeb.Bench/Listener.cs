using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace TicketWeb.Bench;

/// <summary>An open page that follows an event's counts, as its script does: SignalR's JSON protocol on a WebSocket of its own.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private const byte End = 0x1e;
    private static readonly byte[] Handshake = [.. """{"protocol":"json","version":1}"""u8, End];
    private static readonly byte[] Left = [.. "\"left\":"u8];
    private static readonly byte[] Ping = [.. """{"type":6}"""u8, End];

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly long[] _heard;
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _listening = Task.CompletedTask;

    private Listener(int capacity) => _heard = new long[capacity + 1];

    /// <summary>Connects and returns when the counts of now have come.</summary>
    /// <param name="capacity">How many tickets there are at most.</param>
    public static async Task<Listener> JoinAsync(IPEndPoint server, EventId of, int capacity, CancellationToken cancel)
    {
        var listener = new Listener(capacity);
        await listener._socket.ConnectAsync(new Uri($"ws://{server}/live"), cancel);
        await listener.SendAsync(Handshake, cancel);
        await listener.SendAsync([.. Encoding.ASCII.GetBytes($$"""{"type":1,"invocationId":"1","target":"Join","arguments":["{{of.Value}}"]}"""), End], cancel);
        listener._listening = listener.ListenAsync();
        await listener._joined.Task.WaitAsync(cancel);
        return listener;
    }

    /// <summary>When it first heard that so many are left or fewer; null when it never did.</summary>
    public long? HeardOf(int left)
    {
        var times = _heard.AsSpan(0, left + 1);
        var first = long.MaxValue;
        foreach (var time in times)
            first = time > 0 ? Math.Min(first, time) : first;
        return first == long.MaxValue ? null : first;
    }

    /// <summary>The server gives up a page that says nothing for half a minute.</summary>
    public Task PingAsync(CancellationToken cancel) => SendAsync(Ping, cancel);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening;
        _socket.Dispose();
        _stop.Dispose();
    }

    private Task SendAsync(byte[] message, CancellationToken cancel) => _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancel);

    private async Task ListenAsync()
    {
        var buffer = new byte[1024];
        try
        {
            for (var filled = 0; ;)
            {
                var read = await _socket.ReceiveAsync(buffer.AsMemory(filled), _stop.Token);
                if (read.MessageType == WebSocketMessageType.Close)
                    throw new IOException($"The server closed a listener's connection: {_socket.CloseStatusDescription}");
                filled += read.Count;
                if (!read.EndOfMessage)
                    continue;
                Note(buffer.AsSpan(0, filled));
                filled = 0;
            }
        }
        catch (OperationCanceledException)
        {
            // It has heard enough.
        }
        catch (Exception e)
        {
            _joined.TrySetException(e);
            throw;
        }
    }

    private void Note(ReadOnlySpan<byte> message)
    {
        var at = message.IndexOf(Left);
        if (at < 0 || !Utf8Parser.TryParse(message[(at + Left.Length)..], out int left, out _))
            return;
        if (_heard[left] == 0)
            _heard[left] = Stopwatch.GetTimestamp();
        _joined.TrySetResult();
    }
}
