using System.Collections.Concurrent;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>Where the database is, and the pools of connections to it. One sign-in, which takes the role that a connection is for as it starts.</summary>
public sealed class DatabaseConnection : IAsyncDisposable
{
    private const int LockTimeoutMilliseconds = 5_000;

    /// <summary>The app asks the same few hundred questions all day: each connection keeps the plans of those that it hears most.</summary>
    private const int PlansKept = 100;

    /// <summary>
    /// Batches follow each other and are few at a time. Each connection is a process of PostgreSQL with caches of its own, and each is used in
    /// turn: with many, none finds in the processor what it needs, and a purchase costs PostgreSQL half as much again (docs/measurements.md).
    /// </summary>
    private const int ConnectionsForBatches = 8;

    /// <summary>
    /// The service finds rows by their keys. What it asks while a table is small would be planned to read all of it, and that plan is kept while a
    /// rush fills the table, until PostgreSQL next takes its statistics.
    /// </summary>
    private const string ByKeys = "-c enable_seqscan=off -c jit=off";

    private readonly ConcurrentDictionary<DatabaseRole, Lazy<NpgsqlDataSource>> _pools = new();

    /// <summary>Throws <see cref="DatabaseUnavailableException"/> for what is none.</summary>
    public DatabaseConnection(string? connectionString)
    {
        if (string.IsNullOrEmpty(connectionString))
            throw new DatabaseUnavailableException("No database: set ConnectionStrings__TicketWeb to a PostgreSQL connection string.");
        try
        {
            ConnectionString = new NpgsqlConnectionStringBuilder(connectionString).ConnectionString;
        }
        catch (ArgumentException e)
        {
            throw new DatabaseUnavailableException($"ConnectionStrings__TicketWeb is no PostgreSQL connection string: {e.Message}", e);
        }
    }

    public string ConnectionString { get; }

    /// <summary>The connections that act as the given role.</summary>
    public NpgsqlDataSource Pool(DatabaseRole role) => _pools.GetOrAdd(role, r => new(() => Open(r))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in _pools.Values)
            await pool.Value.DisposeAsync();
    }

    private NpgsqlDataSource Open(DatabaseRole role)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString) { ApplicationName = $"ticketweb-{Name(role)}" };
        if (role != DatabaseRole.Owner)
        {
            // A lock that is not had in time is a refusal the person can retry, never a page that hangs.
            settings.MaxAutoPrepare = PlansKept;
            // The tenant's connections remember whose they were and are cleaned after each use. What the service sets ends with its transaction; whoever listens keeps the connection.
            settings.NoResetOnClose = role != DatabaseRole.Tenant;
            settings.Options = $"-c role=ticketweb_{Name(role)} -c lock_timeout={LockTimeoutMilliseconds}{(role == DatabaseRole.Tenant ? "" : $" {ByKeys}")}";
        }

        if (role == DatabaseRole.Batch)
            settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, ConnectionsForBatches);
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    private static string Name(DatabaseRole role) => role switch
    {
        DatabaseRole.Owner => "owner",
        DatabaseRole.Service or DatabaseRole.Batch => "service",
        DatabaseRole.Tenant => "tenant",
    };
}
