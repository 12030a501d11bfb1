using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.PrivatePostgres;
using TicketWeb.Platform.Processes;
using TicketWeb.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace TicketWeb.Tests.Support;

/// <summary>
/// One real PostgreSQL for the whole run, in a folder of its own. Migrations run once, into a template. Every test rents a copy of it and gives it
/// back with its connections open: a connection takes longer to make than most tests need for their queries.
/// </summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private const string Template = "template_ticketweb";

    private const int MostConnectionsEach = 20;

    /// <summary>Fifteen databases or so come to be rented, each with four pools whose connections stay open: opening one costs more than most tests' queries.</summary>
    private const int MostConnections = 1_000;

    /// <summary>In seconds, longer than a run: each time they are over, Npgsql closes all that nobody uses at that moment, however often they are used.</summary>
    private const int UnusedConnectionsStay = 3_600;

    /// <summary>Before and after each test the same two questions: their plans are kept.</summary>
    private const int PlansKept = 8;

    /// <summary>Differs from what it was when a test has changed more than rows. What PostgreSQL brought along has lower numbers.</summary>
    private const string Signature = """
        select concat_ws(' ',
            (select sum(hashtext(concat(oid, relnatts, relrowsecurity, relacl))) from pg_class where oid >= 16384),
            (select sum(hashtext(concat(oid, convalidated))) from pg_constraint),
            (select sum(hashtext(concat(oid, tgenabled))) from pg_trigger),
            (select sum(hashtext(concat(oid, polroles, polqual, polwithcheck))) from pg_policy),
            (select sum(hashtext(oid::text)) from pg_proc where oid >= 16384),
            (select sum(hashtext(m::text)) from platform.migrations m))
        """;

    /// <summary>Writes what takes all that a test has left, whatever guards it.</summary>
    private const string Cleaner = """
        select format('set session_replication_role = replica; with %s select 1; reset session_replication_role', string_agg(format('a%s as (delete from %I.%I)', oid, schemaname, tablename), ', '))
        from pg_tables join pg_class on oid = format('%I.%I', schemaname, tablename)::regclass
        where schemaname !~ '^(pg_|information_schema)' and tablename <> 'migrations'
        """;

    private static readonly string Binaries = Path.Combine(Path.GetTempPath(), "ticketweb-tests-postgres");

    private readonly string _folder = QuickFolder.Create("tw-tests-");
    private readonly SemaphoreSlim _one = new(1);
    private readonly SemaphoreSlim _filling = new(1);
    private readonly HashSet<string> _filled = [];
    private readonly ConcurrentBag<DatabaseConnection> _free = [];
    private readonly PostgresServer _server;
    private Task<(string Signature, string Clean)> _template = Task.FromException<(string, string)>(new InvalidOperationException("The tests' PostgreSQL has not started."));
    private ServerFiles? _cluster;
    private int _copies;
    private int _filledCopies;

    public TestPostgres() => _server = new PostgresServer(NullLogger<PostgresServer>.Instance)
    {
        Folder = Path.Combine(_folder, "server"),
        BinariesFolder = Binaries,
        Durable = false,
        MostConnections = MostConnections,
    };

    /// <summary>Does not wait: whoever needs no database begins meanwhile.</summary>
    public ValueTask InitializeAsync()
    {
        _template = Task.Run(MakeTemplateAsync);
        return ValueTask.CompletedTask;
    }

    /// <summary>A database with the whole schema and nothing in it, and its connections. <see cref="ReturnAsync"/> it.</summary>
    public async Task<DatabaseConnection> RentAsync()
    {
        if (_free.TryTake(out var free))
            return free;
        await _one.WaitAsync();
        try
        {
            return await CopyAsync(Template, $"test_{++_copies}");
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The same with something in it, which <paramref name="fill"/> puts there once for the whole run.</summary>
    /// <param name="name">Of what is in it.</param>
    public async Task<DatabaseConnection> RentFilledAsync(string name, Func<DatabaseConnection, Task> fill)
    {
        await _filling.WaitAsync();
        try
        {
            if (_filled.Add(name))
            {
                await using var first = await CopyAsync(Template, name);
                await fill(first);
            }

            return await CopyAsync(name, $"{name}_{++_filledCopies}");
        }
        finally
        {
            _filling.Release();
        }
    }

    /// <summary>Call when nobody uses it any more. One whose tables or guards were changed is not rented again.</summary>
    public async Task ReturnAsync(DatabaseConnection database)
    {
        var (signature, clean) = await _template;
        if (await AskAsync(database, Signature) == signature)
        {
            await AskAsync(database, clean);
            _free.Add(database);
            return;
        }

        // It stays until the server goes: to drop one, PostgreSQL waits for an answer from each of its processes, now and then for half a minute or longer.
        await database.DisposeAsync();
    }

    /// <summary>Puts a server's files where a <see cref="PostgresServer"/> of that folder looks for its own: making them takes longer than most tests of one.</summary>
    public async Task CopyClusterAsync(string folder)
    {
        await _filling.WaitAsync();
        try
        {
            if (_cluster is null)
            {
                await using var maker = new PostgresServer(NullLogger<PostgresServer>.Instance) { Folder = Path.Combine(_folder, "cluster"), BinariesFolder = Binaries, Durable = false };
                await maker.StartAsync(CancellationToken.None);
                _cluster = new ServerFiles(maker.Folder);
            }
        }
        finally
        {
            _filling.Release();
        }

        Directory.CreateDirectory(folder);
        await Command.RunAsync("cp", ["-a", _cluster.Data, new ServerFiles(folder).Data], CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _free)
            await database.DisposeAsync();
        await Task.WhenAny(_template);
        await _server.DisposeAsync();
        _one.Dispose();
        _filling.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(string Signature, string Clean)> MakeTemplateAsync()
    {
        await _server.StartAsync(CancellationToken.None);
        await RunAsync($"create database {Template}");
        await using var template = new DatabaseConnection(ConnectionTo(Template));
        await Schema.BringUpToDateAsync(template, CancellationToken.None);
        return (await AskAsync(template, Signature), await AskAsync(template, Cleaner));
    }

    private async Task<DatabaseConnection> CopyAsync(string from, string to)
    {
        await _template;
        // Copying files costs a fraction of writing every page to the log, which is the default.
        await RunAsync($"create database {to} template {from} strategy file_copy");
        return new DatabaseConnection(ConnectionTo(to));
    }

    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(_server.ConnectionString)
    {
        Database = database,
        MaxPoolSize = MostConnectionsEach,
        ConnectionIdleLifetime = UnusedConnectionsStay,
        ConnectionPruningInterval = UnusedConnectionsStay,
        MaxAutoPrepare = PlansKept,
        IncludeErrorDetail = true,
    }.ConnectionString;

    private static async Task<string> AskAsync(DatabaseConnection database, string sql)
    {
        await using var command = database.Pool(DatabaseRole.Owner).CreateCommand(sql);
        return $"{await command.ExecuteScalarAsync()}";
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
