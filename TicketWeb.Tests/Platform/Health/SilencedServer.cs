using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace TicketWeb.Tests.Platform.Health;

/// <summary>Stands before PostgreSQL, and can make it look like one that hangs: connections open, and nothing is ever answered.</summary>
internal sealed class SilencedServer : IDisposable
{
    private readonly TcpListener _front = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _sockets = [];
    private readonly EndPoint _server;

    public SilencedServer(string connectionString)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        _server = new UnixDomainSocketEndPoint(Path.Combine(to.Host!, $".s.PGSQL.{to.Port}"));
        _front.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = ((IPEndPoint)_front.LocalEndpoint).Port }.ConnectionString;
        _ = AcceptAsync();
    }

    public string ConnectionString { get; }

    public bool Silent { get; set; }

    public void Dispose()
    {
        _front.Dispose();
        _sockets.ForEach(s => s.Dispose());
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var front = await _front.AcceptSocketAsync();
            var back = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            _sockets.AddRange([front, back]);
            await back.ConnectAsync(_server);
            _ = CopyAsync(front, back);
            _ = CopyAsync(back, front);
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[8192];
        while (await from.ReceiveAsync(buffer) is > 0 and var read && !Silent)
            await to.SendAsync(buffer.AsMemory(0, read));
    }
}
