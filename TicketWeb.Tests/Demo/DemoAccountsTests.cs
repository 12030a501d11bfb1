using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Demo;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Processes;
using TicketWeb.Platform.Security;
using TicketWeb.Tests.Platform.Starting;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Demo;

public sealed class DemoAccountsTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task An_app_for_others_names_those_that_are_open_and_does_not_start()
    {
        await using (var services = app.Services.CreateAsyncScope())
        {
            var accounts = services.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var (changed, without) = ((await accounts.FindByEmailAsync("desk@harbourhall.example"))!, (await accounts.FindByEmailAsync("demo@smallrooms.example"))!);
            (await accounts.ChangePasswordAsync(changed, DemoSeed.Password, "nobody's guess at all")).Succeeded.ShouldBeTrue();
            (await accounts.RemovePasswordAsync(without)).Succeeded.ShouldBeTrue();
        }

        var result = await AppInside.RunAsync(Path.GetTempPath(), ["--environment=Production", .. StartUpTests.Fine, $"--ConnectionStrings:TicketWeb={app.Get<DatabaseConnection>().ConnectionString}", "--Logging:LogLevel:Default=Error"]);

        result.ShouldBe(new CommandResult(
            1,
            "This database has been a demo: demo@harbourhall.example, operator@ticketweb.example can still sign in with the password that the README tells everybody. "
            + "Start on an empty database, or give them other passwords first."));
    }
}
