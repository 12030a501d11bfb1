using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TicketWeb.Features.Organizations;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Components.Account;

/// <summary>The whole app on a database of its own, with letters that land in a list and limits too wide to notice.</summary>
public sealed class AccountsApp(TestPostgres postgres) : WebApplicationFactory<Program>, IAsyncLifetime
{
    private DatabaseConnection? _database;

    internal RecordedLetters Letters { get; } = new();

    /// <summary>A visitor with a cookie jar and nothing in it.</summary>
    internal Visitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), Letters);

    public async ValueTask InitializeAsync() => _database = await postgres.RentAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
            await postgres.ReturnAsync(_database);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:TicketWeb", _database!.ConnectionString);
        builder.UseSetting("Demo", "false");
        foreach (var limit in (string[])["Global", "SignIn", "SignUp", "Mail", "MailPerAddress"])
            builder.UseSetting($"RateLimits:{limit}:Permits", "100000");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(_database).AddSingleton<IStartupFilter, AxeScript>().HashQuickly();
            services.Replace(ServiceDescriptor.Singleton<IAccountLetters>(Letters));
            services.Replace(ServiceDescriptor.Singleton<IInvitationLetters>(Letters));
        });
    }
}
