using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.PrivatePostgres;
using TicketWeb.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace TicketWeb.Tests.Support;

/// <summary>
/// One real PostgreSQL for the whole run, in a folder of its own. Migrations run once, into a template; every test class gets a copy of it,
/// which takes a tenth of a second.
/// </summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private const string Template = "template_ticketweb";

    /// <summary>The server takes a hundred connections; several test classes run at a time, each with a pool for the service and one for the tenants.</summary>
    private const int MostConnectionsEach = 20;

    private readonly string _folder = NewFolder();
    private readonly SemaphoreSlim _one = new(1);
    private PostgresServer? _server;
    private int _copies;

    private PostgresServer Server => _server ?? throw new InvalidOperationException("The tests' PostgreSQL has not started.");

    public async ValueTask InitializeAsync()
    {
        _server = new PostgresServer(NullLogger<PostgresServer>.Instance)
        {
            Folder = Path.Combine(_folder, "server"),
            BinariesFolder = Path.Combine(Path.GetTempPath(), "ticketweb-tests-postgres"),
            Durable = false,
        };
        await _server.StartAsync(CancellationToken.None);
        await RunAsync($"create database {Template}");
        await Schema.BringUpToDateAsync(new DatabaseConnection(ConnectionTo(Template) + ";Pooling=false"), CancellationToken.None);
    }

    /// <summary>A new database with the whole schema and nothing in it; its connection string.</summary>
    public async Task<string> CopyAsync()
    {
        await _one.WaitAsync();
        try
        {
            var name = $"test_{++_copies}";
            // Copying files costs a fraction of writing every page to the log, which is the default.
            await RunAsync($"create database {name} template {Template} strategy file_copy");
            return ConnectionTo(name);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Drops one of them, so that those of a whole run never fill the disk.</summary>
    public Task DropAsync(string connectionString) => RunAsync($"drop database {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _one.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>
    /// In memory where there is room for it: a database is five hundred files, and a file system on a disk takes more processor to make and drop
    /// them than most tests need.
    /// </summary>
    private static string NewFolder()
    {
        const long Room = 4L << 30;
        var memory = new DriveInfo("/dev/shm");
        return OperatingSystem.IsLinux() && memory is { IsReady: true, AvailableFreeSpace: > Room }
            ? Directory.CreateDirectory($"/dev/shm/tw-tests-{Guid.NewGuid():N}").FullName
            : Directory.CreateTempSubdirectory("tw-tests-").FullName;
    }

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Database = database, MaxPoolSize = MostConnectionsEach, IncludeErrorDetail = true }.ConnectionString;

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
