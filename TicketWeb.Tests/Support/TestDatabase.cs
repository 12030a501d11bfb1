using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Npgsql;
using TicketWeb.Features.BoxOffice;
using TicketWeb.Features.Door;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Messages;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Settlements;
using TicketWeb.Features.Tickets;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Live;
using TicketWeb.Platform.Mail;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Platform.Security;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>
/// A database of a test class's own and the features on it as Program.cs adds them, without the web around them. Nothing runs in the
/// background: a test sweeps and tells the outbox itself, when it wants.
/// </summary>
public sealed class TestDatabase(TestPostgres postgres) : IAsyncLifetime
{
    /// <summary>SQL that puts all rows that are there now into a database with none, whatever guards them.</summary>
    private const string Rows = """
        do $$
        declare
            filled text;
            rows jsonb;
            put text := 'set session_replication_role = replica; ';
        begin
            for filled in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname !~ '^(pg_|information_schema)' and tablename <> 'migrations' loop
                execute format('select jsonb_agg(r) from %s r', filled) into rows;
                if rows is not null then
                    put := put || format('insert into %s select * from jsonb_populate_recordset(null::%s, %L); ', filled, filled, rows);
                end if;
            end loop;
            perform set_config('tests.rows', put || 'reset session_replication_role', false);
        end $$;
        select current_setting('tests.rows')
        """;

    /// <summary>What one test's services sealed, another's can open: a <see cref="Scene"/> goes from one to the other.</summary>
    private static readonly EphemeralDataProtectionProvider Keys = new();

    private readonly List<ServiceProvider> _built = [];
    private ServiceProvider? _services;
    private DatabaseConnection? _connection;

    /// <summary>A Monday noon in London's winter.</summary>
    public TestClock Clock { get; } = new(new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public DatabaseConnection Connection => _connection ?? throw new InvalidOperationException("The database is not there yet.");

    public string ConnectionString => Connection.ConnectionString;

    public IServiceProvider Services => _services ?? throw new InvalidOperationException("The database is not there yet.");

    private NpgsqlDataSource Owner => Connection.Pool(DatabaseRole.Owner);

    public async ValueTask InitializeAsync()
    {
        _connection = await postgres.RentAsync();
        _services = Build();
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Another set of services on the same database, changed in one respect: another gateway, another handler.</summary>
    public ServiceProvider Build(Action<IServiceCollection>? change = null, string? connectionString = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).AddInMemoryCollection(
        [
            new("Payments:Sandbox:WebhookSecret", "a secret of the tests"),
            new("Security:PublicAddress", "https://tickets.example"),
        ]).Build());
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development });
        services.AddSingleton<TimeProvider>(Clock);
        if (connectionString is null)
            services.AddSingleton(Connection);
        else
            services.AddSingleton(_ => new DatabaseConnection(connectionString));
        services.AddSingleton<Databases>();
        services.AddSingleton<IPostman, MailboxPostman>();
        services.AddSecurity().AddAccounts();
        services.AddJobs().AddOutbox().AddReconciling().AddLiveUpdates();
        services.AddOrganizations().AddEvents().AddInventory().AddWaitingRoom().AddPricing().AddPayments().AddOrders().AddTickets().AddDoor().AddBoxOffice().AddSettlements().AddMessages();
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(Keys));
        change?.Invoke(services);
        var built = services.BuildServiceProvider();
        _built.Add(built);
        return built;
    }

    /// <summary>Runs SQL as the owner of everything, for looking behind the use cases. Its first value, or null.</summary>
    public async Task<object?> AskAsync(string sql, params object[] parameters)
    {
        await using var command = Owner.CreateCommand(sql);
        foreach (var value in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <inheritdoc cref="Rows"/>
    public async Task<string> RowsAsync() => (string)(await AskAsync(Rows))!;

    /// <summary>Takes locks, and holds them until it is disposed of.</summary>
    public async Task<NpgsqlConnection> HoldAsync(string sql)
    {
        var connection = await Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"begin; {sql}", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>What <see cref="HoldAsync"/> has done is there for everybody, and its locks are gone.</summary>
    public static async Task CommitAsync(NpgsqlConnection held)
    {
        await using var commit = new NpgsqlCommand("commit", held);
        await commit.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Returns once so many connections wait for a lock in this database.</summary>
    public async Task WaitForLocksAsync(int waiting)
    {
        while (await CountAsync("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") < waiting)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    /// <summary>The same where the answer is a number.</summary>
    public async Task<long> CountAsync(string sql, params object[] parameters) => Convert.ToInt64(await AskAsync(sql, parameters), null);

    /// <summary>Tells every fact that is due, and those that follow from them.</summary>
    public async Task TellFactsAsync(IServiceProvider? services = null)
    {
        using var worker = ActivatorUtilities.CreateInstance<OutboxWorker>(services ?? Services);
        while (await worker.WorkDueAsync(TestContext.Current.CancellationToken) > 0)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var built in _built)
            await built.DisposeAsync();
        if (_connection is not null)
            await postgres.ReturnAsync(_connection);
    }
}
