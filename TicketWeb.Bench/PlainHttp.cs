using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TicketWeb.Bench;

/// <summary>
/// One kept-alive HTTP/1.1 connection over a bare socket, for requests whose bytes are made beforehand. It reads of an answer what a load
/// driver needs: the status, where it points, the body and its end.
/// </summary>
internal sealed class PlainHttp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Socket _socket;
    private byte[] _buffer = new byte[16 * 1024];
    private int _filled;
    private int _bodyStart;
    private int _bodyLength;
    private Range _location;

    public PlainHttp(IPEndPoint server)
    {
        _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = (int)Patience.TotalMilliseconds };
        _socket.Connect(server);
    }

    public Socket Socket => _socket;

    /// <summary>The last answer's status.</summary>
    public int Status { get; private set; }

    /// <summary>Where the last answer points; empty when nowhere. Good until the next request.</summary>
    public ReadOnlySpan<byte> Location => _buffer.AsSpan(_location);

    /// <summary>The last answer's body as it came over the wire, chunk marks and all. Good until the next request.</summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(_bodyStart, _bodyLength);

    /// <summary>Sends a request and waits for its answer.</summary>
    public int Ask(ReadOnlySpan<byte> request)
    {
        Send(request);
        while (!Receive())
        {
        }

        return Status;
    }

    public void Send(ReadOnlySpan<byte> request)
    {
        (_filled, _bodyStart, _bodyLength, _location) = (0, 0, 0, ..0);
        while (request.Length > 0)
            request = request[_socket.Send(request)..];
    }

    /// <summary>Reads what has come; true once the answer is whole. Waits when nothing has come yet.</summary>
    public bool Receive()
    {
        if (_filled == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _socket.Receive(_buffer.AsSpan(_filled));
        if (read == 0)
            throw new IOException("The server closed the connection.");
        _filled += read;
        return IsWhole();
    }

    public void Dispose() => _socket.Dispose();

    private bool IsWhole()
    {
        if (_bodyStart == 0 && !ReadHead())
            return false;
        return _bodyLength >= 0 ? _filled >= _bodyStart + _bodyLength : LastChunkIsHere();
    }

    /// <summary>Status and headers, once they have all come. A body of unknown length is noted as −1.</summary>
    private bool ReadHead()
    {
        var head = _buffer.AsSpan(0, _filled);
        var end = head.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;

        Status = int.Parse(head.Slice("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
        for (var at = head.IndexOf("\r\n"u8) + 2; at < end;)
        {
            var length = head[at..(end + 2)].IndexOf("\r\n"u8);
            ReadHeader(head.Slice(at, length), at);
            at += length + 2;
        }

        _bodyStart = end + 4;
        return true;
    }

    private void ReadHeader(ReadOnlySpan<byte> line, int at)
    {
        if (Ascii.EqualsIgnoreCase(Start(line, 9), "location:"u8))
            _location = (at + 10)..(at + line.Length);
        else if (Ascii.EqualsIgnoreCase(Start(line, 15), "content-length:"u8))
            _bodyLength = int.Parse(line[16..], CultureInfo.InvariantCulture);
        else if (Ascii.EqualsIgnoreCase(Start(line, 18), "transfer-encoding:"u8))
            _bodyLength = -1;
    }

    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> line, int length) => line[..Math.Min(length, line.Length)];

    private bool LastChunkIsHere()
    {
        var body = _buffer.AsSpan(_bodyStart, _filled - _bodyStart);
        for (var at = 0; ;)
        {
            if (!Utf8Parser.TryParse(body[at..], out int size, out var digits, 'x') || body[at..].Length < digits + 2)
                return false;
            at += digits + 2 + size + 2;
            if (at > body.Length)
                return false;
            if (size == 0)
            {
                _bodyLength = at;
                return true;
            }
        }
    }
}
