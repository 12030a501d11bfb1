using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.PrivatePostgres;
using TicketWeb.Platform.Security;
using Xunit;

namespace TicketWeb.Tests.Components.Account;

/// <summary>The whole app on a PostgreSQL of its own, with letters that land in a list.</summary>
public sealed class AccountsApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("tw-acc-").FullName;
    private readonly PostgresServer _postgres;

    public AccountsApp() => _postgres = new PostgresServer(NullLogger<PostgresServer>.Instance)
    {
        Folder = Path.Combine(_root, "pg"),
        BinariesFolder = Path.Combine(_root, "bin"),
        Durable = false,
    };

    internal RecordedLetters Letters { get; } = new();

    /// <summary>A visitor with a cookie jar and nothing in it.</summary>
    internal Visitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), Letters);

    public async ValueTask InitializeAsync() => await _postgres.StartAsync(TestContext.Current.CancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:TicketWeb", _postgres.ConnectionString);
        builder.UseSetting("Demo", "false");
        foreach (var limit in (string[])["Global", "SignIn", "SignUp", "Mail", "MailPerAddress"])
            builder.UseSetting($"RateLimits:{limit}:Permits", "100000");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IAccountLetters>(Letters));
            services.Replace(ServiceDescriptor.Singleton<IInvitationLetters>(Letters));
        });
    }
}
