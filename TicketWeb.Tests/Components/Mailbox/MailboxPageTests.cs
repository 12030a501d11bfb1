using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Messages.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Mail;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Components.Mailbox;

/// <summary>The mailbox shows everybody's mail, with links that open accounts: it must not be there where the app serves others.</summary>
public sealed class MailboxPageTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private DatabaseConnection? _database;

    public async ValueTask InitializeAsync() => _database = await postgres.RentAsync();

    public async ValueTask DisposeAsync() => await postgres.ReturnAsync(_database!);

    [Fact]
    public async Task In_development_it_shows_the_mail()
    {
        await using var app = await AppAsync(("Environment", "Development"));

        (await AskAsync(app, "/dev/mailbox")).Body.ShouldContain("Set a new password");
    }

    [Fact]
    public async Task In_production_there_is_none()
    {
        await using var app = await AppAsync(
            ("Environment", "Production"), ("Security:PublicAddress", "https://tickets.example"), ("Security:MasterKey", Convert.ToBase64String(new byte[32])), ("Payments:Sandbox:AllowInProduction", "true"),
            ("Mail:Host", "mail.invalid"), ("Mail:From", "tickets@example.org"));

        await ShouldBeShutAsync(app);
    }

    [Fact]
    public async Task There_is_none_where_mail_goes_out_even_in_development()
    {
        await using var app = await AppAsync(("Environment", "Development"), ("Mail:Host", "mail.invalid"), ("Mail:From", "tickets@example.org"));

        await ShouldBeShutAsync(app);
    }

    private static async Task ShouldBeShutAsync(WebApplicationFactory<Program> app)
    {
        var (status, body) = await AskAsync(app, "/dev/mailbox");
        status.ShouldBe(HttpStatusCode.NotFound);
        body.ShouldNotContain("Set a new password");
        (await AskAsync(app, $"/dev/mailbox/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AskAsync(app, $"/dev/mailbox/{Guid.NewGuid()}/html")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<WebApplicationFactory<Program>> AppAsync(params (string Name, string Value)[] settings)
    {
        var app = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("ConnectionStrings:TicketWeb", _database!.ConnectionString);
            builder.ConfigureTestServices(services => services.AddSingleton(_database));
            builder.UseSetting("Demo", "false");
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
        });
        EmailAddress.TryParse("ada@example.org", out var to).ShouldBeTrue();
        await app.Services.GetRequiredService<MailRoom>().PostAsync(new Letter(to!, "Set a new password", "html", "text", []), "a reset", null, Cancel);
        return app;
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(WebApplicationFactory<Program> app, string address)
    {
        using var client = app.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
