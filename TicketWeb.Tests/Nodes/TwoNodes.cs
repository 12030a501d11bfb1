using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Nodes;

/// <summary>Two processes of the app with HAProxy before them and one database behind.</summary>
public sealed class TwoNodes(TestPostgres postgres) : IAsyncLifetime
{
    private Haproxy? _proxy;

    internal TestDatabase Database { get; } = new(postgres);

    internal List<Node> All { get; } = [];

    /// <summary>Where buyers go.</summary>
    internal Uri Shop => _proxy!.Url;

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        All.AddRange([new Node(Database.ConnectionString), new Node(Database.ConnectionString)]);
        // It waits for its nodes. If it cannot start, no node is left running.
        _proxy = await Haproxy.StartAsync(All[0], All[1]);
        await Task.WhenAll(All.Select(n => n.StartAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        _proxy?.Dispose();
        All.ForEach(n => n.Dispose());
        await Database.DisposeAsync();
    }
}
