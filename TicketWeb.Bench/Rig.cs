using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TicketWeb.Features.Door;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Messages;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Pricing;
using TicketWeb.Features.Tickets;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Live;
using TicketWeb.Platform.Mail;
using TicketWeb.Platform.Outbox;
using TicketWeb.Platform.PrivatePostgres;
using TicketWeb.Platform.Security;

namespace TicketWeb.Bench;

/// <summary>
/// What a scenario drives: a durable PostgreSQL in a folder of its own, a published server on it, a mail server, and the features' use
/// cases in this process for setting things up. All of it ends with the rig.
/// </summary>
internal sealed class Rig : IAsyncDisposable
{
    private const string Database = "ticketweb";

    /// <summary>The server takes two hundred: the app keeps so many, and the rest is for what it is compared with.</summary>
    private const int ConnectionsOfTheApp = 30;

    private readonly BenchOptions _options;
    private readonly Dictionary<string, string> _settings = [];
    private readonly List<TicketServer> _others = [];
    private readonly IPEndPoint _address = FreeAddress();
    private TicketServer? _server;
    private PostgresServer? _postgres;
    private ServiceProvider? _services;

    private Rig(BenchOptions options, Report report)
    {
        (_options, Report) = (options, report);
        Books = new Books(this);
    }

    /// <summary>Where everything of this run lies, until it ends.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("tw-bench-").FullName;

    public Report Report { get; }

    public Books Books { get; }

    public MailSink Mails { get; } = new();

    /// <summary>The server that every scenario has; where it listens stays the same when it is started again.</summary>
    public TicketServer Server => _server ?? throw new InvalidOperationException("The server is not running.");

    /// <summary>How long each figure is measured.</summary>
    public int Seconds => _options.Seconds ?? _options.Scenario.Seconds;

    public int Kills => _options.Kills;

    public PostgresServer Postgres => _postgres ?? throw new InvalidOperationException("PostgreSQL is not running.");

    private string PostgresFolder => Path.Combine(Folder, "postgres");

    /// <summary>To the app's database, as the owner of everything.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(Postgres.ConnectionString) { Database = Database }.ConnectionString;

    /// <summary>The settings that a command of the app needs to work on the same database.</summary>
    public IReadOnlyDictionary<string, string> Settings => _settings;

    public static async Task<Rig> StartAsync(BenchOptions options, Report report, CancellationToken cancel)
    {
        var rig = new Rig(options, report);
        try
        {
            Progress.Say("Publishing the server.");
            await TicketServer.PublishAsync(cancel);
            Progress.Say("Starting PostgreSQL and the server.");
            await rig.StartPostgresAsync(cancel);
            await rig.AskAsync($"create database {Database}", cancel, "postgres");
            rig.Configure();
            rig._services = rig.Services();
            await rig.StartServerAsync(cancel);
            return rig;
        }
        catch
        {
            await rig.DisposeAsync();
            throw;
        }
    }

    public T Get<T>() where T : notnull => _services!.GetRequiredService<T>();

    public async Task StartServerAsync(CancellationToken cancel) => _server = await TicketServer.StartAsync(_settings, _address, "server.log", cancel);

    public async Task StopServerAsync()
    {
        await Server.DisposeAsync();
        _server = null;
    }

    /// <summary>As if the power had failed: the server is gone at once, and a new one begins where it was.</summary>
    public async Task KillServerAsync(CancellationToken cancel)
    {
        await Server.KillAsync();
        await StopServerAsync();
        await StartServerAsync(cancel);
    }

    /// <summary>PostgreSQL ends without finishing anything, and recovers from its log when it is started again.</summary>
    public async Task KillPostgresAsync(CancellationToken cancel)
    {
        var pid = File.ReadLines(Path.Combine(PostgresFolder, "data", "postmaster.pid")).First();
        await Signals.SendAsync(int.Parse(pid, CultureInfo.InvariantCulture), Signals.Quit);
        await Postgres.DisposeAsync();
        await StartPostgresAsync(cancel);
    }

    /// <summary>Another database with all that is in this one now. The server must be down, and no use case may be called here any more.</summary>
    public async Task CopyDatabaseAsync(string copy, CancellationToken cancel)
    {
        await AskAsync($"select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{Database}'", cancel, "postgres");
        await AskAsync($"create database {copy} template {Database}", cancel, "postgres");
    }

    /// <summary>One more server on the same database, with one setting of its own.</summary>
    public async Task<TicketServer> StartAnotherAsync(string setting, string value, CancellationToken cancel)
    {
        var another = await TicketServer.StartAsync(new Dictionary<string, string>(_settings) { [setting] = value }, FreeAddress(), $"server-{_others.Count + 2}.log", cancel);
        _others.Add(another);
        return another;
    }

    /// <summary>Runs SQL as the owner of everything; the first value of its answer.</summary>
    public async Task<object?> AskAsync(string sql, CancellationToken cancel, string database = Database)
    {
        await using var connection = await OpenAsync(cancel, database);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancel);
    }

    /// <summary>The same where the answer is a number.</summary>
    public async Task<long> CountAsync(string sql, CancellationToken cancel) => Convert.ToInt64(await AskAsync(sql, cancel), null);

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel, string database = Database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres.ConnectionString) { Database = database, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _others.Prepend(_server).OfType<TicketServer>())
            await server.DisposeAsync();
        if (_services is not null)
            await _services.DisposeAsync();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        Mails.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task StartPostgresAsync(CancellationToken cancel)
    {
        _postgres = new PostgresServer(NullLogger<PostgresServer>.Instance)
        {
            Folder = PostgresFolder,
            BinariesFolder = Path.Combine(Path.GetTempPath(), "ticketweb-bench-postgres"),
            Durable = true,
        };
        await _postgres.StartAsync(cancel);
    }

    /// <summary>As somebody would run it for others, but for the sandbox and the limits: all our buyers have one address.</summary>
    private void Configure()
    {
        _settings["ConnectionStrings:TicketWeb"] = new NpgsqlConnectionStringBuilder(ConnectionString) { MaxPoolSize = ConnectionsOfTheApp }.ConnectionString;
        _settings["Security:PublicAddress"] = "https://tickets.example";
        _settings["Security:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        _settings["Security:Https"] = "false";
        _settings["Payments:Sandbox:AllowInProduction"] = "true";
        _settings["Payments:Sandbox:WebhookSecret"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _settings["Mail:Host"] = "127.0.0.1";
        _settings["Mail:Port"] = $"{Mails.Port}";
        _settings["Mail:StartTls"] = "false";
        _settings["Mail:From"] = "tickets@tickets.example";
        foreach (var limit in (string[])["Global", "Purchase", "SignIn", "Webhook"])
            (_settings[$"RateLimits:{limit}:Permits"], _settings[$"RateLimits:{limit}:Per"]) = ("1000000", "00:00:01");
        foreach (var (name, value) in _options.Scenario.Settings)
            _settings[name] = value;
    }

    /// <summary>The features as the server has them, without the web around them and with nothing in the background.</summary>
    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_settings!).Build());
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new DatabaseConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { MaxPoolSize = 2 }.ConnectionString)).AddSingleton<Databases>();
        services.AddSmtpPostman();
        services.AddSecurity().AddAccounts();
        services.AddOutbox().AddLiveUpdates();
        services.AddOrganizations().AddEvents().AddInventory().AddPricing().AddPayments().AddOrders().AddTickets().AddDoor().AddMessages();
        return services.BuildServiceProvider();
    }

    private static IPEndPoint FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return (IPEndPoint)probe.LocalEndpoint;
    }
}
