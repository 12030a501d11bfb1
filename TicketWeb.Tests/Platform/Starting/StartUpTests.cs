using Shouldly;
using TicketWeb.Platform.Processes;
using Xunit;

namespace TicketWeb.Tests.Platform.Starting;

/// <summary>What somebody reads who starts the app in vain: a process, its output and its exit code.</summary>
public sealed class StartUpTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly string App = Path.Combine(AppContext.BaseDirectory, "TicketWeb.dll");

    [Fact]
    public async Task Each_setting_that_is_missing_is_a_sentence()
    {
        var result = await StartAsync("--Payments:Sandbox:AllowInProduction=true", "--Mail:Host=mail.invalid", "--Mail:From=tickets@example.org");

        result.ExitCode.ShouldBe(1);
        result.Output.Split(Environment.NewLine).ShouldBe(
            [
                "Set Security:PublicAddress to where people reach this app, like https://tickets.example: links in mails need it.",
                "Set Security:MasterKey to 32 random bytes in Base64 (openssl rand -base64 32): it seals the keys in the database.",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task A_database_that_is_missing_is_a_sentence()
    {
        var result = await StartAsync(
            "--Payments:Sandbox:AllowInProduction=true", "--Security:PublicAddress=https://tickets.example", $"--Security:MasterKey={Convert.ToBase64String(new byte[32])}",
            "--Mail:Host=mail.invalid", "--Mail:From=tickets@example.org");

        result.ShouldBe(new CommandResult(1, "No database: set ConnectionStrings__TicketWeb to a PostgreSQL connection string."));
    }

    private static Task<CommandResult> StartAsync(params string[] settings) => Command.RunAsync("dotnet", [App, "--environment=Production", .. settings], Cancel, Path.GetTempPath());
}
