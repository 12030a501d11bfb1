using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Demo;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Processes;
using TicketWeb.Platform.Security;
using TicketWeb.Tests.Platform.Starting;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Demo;

/// <summary>What somebody reads who has just started the demo, or others' app on its database.</summary>
public sealed class DemoSetupTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly DatabaseConnection _database = app.Get<DatabaseConnection>();

    [Fact]
    public void The_card_of_the_sandbox_is_named_where_the_sandbox_takes_payments() =>
        DemoSetup.Directions("http://localhost:5080", PaymentProvider.Sandbox).ShouldContain(("Test card", "4242 4242 4242 4242"));

    [Fact]
    public void Where_Stripe_takes_payments_no_card_is_promised()
    {
        var told = DemoSetup.Directions("http://localhost:5080", PaymentProvider.Stripe).ToList();

        told.ShouldNotContain(d => d.Where.Contains("4242", StringComparison.Ordinal));
        told.ShouldContain(d => d.What == "Payments" && d.Where.Contains("Stripe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_demos_accounts_are_open_the_app_serves_nobody_else()
    {
        var result = await AppInside.RunAsync(Path.GetTempPath(), ["--environment=Production", .. StartUpTests.Fine, $"--ConnectionStrings:TicketWeb={_database.ConnectionString}", "--Logging:LogLevel:Default=Error"]);

        result.ShouldBe(new CommandResult(
            1,
            "This database has been a demo: demo@harbourhall.example, demo@smallrooms.example, desk@harbourhall.example, operator@ticketweb.example can still sign in "
            + "with the password that the README tells everybody. Start on an empty database, or give them other passwords first."));
    }

    [Fact]
    public async Task An_account_with_another_password_or_none_is_not_open()
    {
        await using var services = app.Services.CreateAsyncScope();
        var accounts = services.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var (changed, without) = ((await accounts.FindByEmailAsync("desk@harbourhall.example"))!, (await accounts.FindByEmailAsync("demo@smallrooms.example"))!);
        (await accounts.ChangePasswordAsync(changed, DemoSeed.Password, "nobody's guess at all")).Succeeded.ShouldBeTrue();
        (await accounts.RemovePasswordAsync(without)).Succeeded.ShouldBeTrue();

        (await app.Get<DemoSeed>().OpenAccountsAsync(Cancel)).ShouldBe(["demo@harbourhall.example", "operator@ticketweb.example"]);

        (await accounts.AddPasswordAsync(without, DemoSeed.Password)).Succeeded.ShouldBeTrue();
        (await accounts.ChangePasswordAsync(changed, "nobody's guess at all", DemoSeed.Password)).Succeeded.ShouldBeTrue();
    }
}
