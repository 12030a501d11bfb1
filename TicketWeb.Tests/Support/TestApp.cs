using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TicketWeb.Platform.Data;
using Xunit;

namespace TicketWeb.Tests.Support;

/// <summary>The real app, Program.cs and all, on a real port and a database of the test class's own.</summary>
public class TestApp(TestPostgres postgres) : IAsyncLifetime
{
    private Factory? _factory;
    private DatabaseConnection? _database;

    /// <summary>Where it listens, like http://127.0.0.1:41235/.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>True where the database is filled as a developer's is.</summary>
    protected virtual bool WithDemo => false;

    /// <summary>What this app is told otherwise than all others.</summary>
    protected virtual IEnumerable<(string Name, string Value)> Settings => [];

    /// <summary>The app's own services, for making what a story starts from.</summary>
    public IServiceProvider Services => Running.Services;

    public TestPostgres Postgres { get; } = postgres;

    private Factory Running => _factory ?? throw new InvalidOperationException("The app has not started.");

    public virtual async ValueTask InitializeAsync()
    {
        _database = await RentAsync();
        _factory = Start(_database);
        Address = _factory.ClientOptions.BaseAddress;
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A client over real HTTP that follows no redirects, so that a test sees them.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public virtual async ValueTask DisposeAsync()
    {
        if (_factory is not null)
            await _factory.DisposeAsync();
        if (_database is not null)
            await Postgres.ReturnAsync(_database);
        GC.SuppressFinalize(this);
    }

    /// <summary>The database that it starts on.</summary>
    protected virtual Task<DatabaseConnection> RentAsync() => Postgres.RentAsync();

    /// <summary>An app on that database, which serves when this returns.</summary>
    protected Factory Start(DatabaseConnection database)
    {
        var factory = new Factory(database, WithDemo, Settings);
        factory.UseKestrel(0);
        factory.StartServer();
        return factory;
    }

    protected sealed class Factory(DatabaseConnection database, bool withDemo, IEnumerable<(string Name, string Value)> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("ConnectionStrings:TicketWeb", database.ConnectionString);
            builder.ConfigureTestServices(services => services.AddSingleton(database).AddSingleton<IStartupFilter, AxeScript>().HashQuickly());
            builder.UseSetting("Demo", withDemo.ToString());
            builder.UseSetting("Payments:Sandbox:WebhookSecret", "a secret of the tests");
            builder.UseSetting("Payments:Sandbox:WebhookDelaySeconds", "0");
            builder.UseSetting("Payments:Sandbox:LateSeconds", "1");
            // A test looks at what it has just made.
            builder.UseSetting("PublicPages:Seconds", "0");
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
            builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        }
    }
}
