using System.Net;
using System.Net.Sockets;
using Shouldly;
using TicketWeb.Platform.Processes;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Starting;

/// <summary>What somebody reads who starts the app in vain: its output and its exit code. Two are processes; the others run inside this one.</summary>
public sealed class StartUpTests(TestPostgres postgres)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly string App = Path.Combine(AppContext.BaseDirectory, "TicketWeb.dll");

    [Fact]
    public async Task Each_setting_that_is_missing_is_a_sentence()
    {
        var result = await StartProcessAsync("--Payments:Sandbox:AllowInProduction=true", "--Mail:Host=mail.invalid", "--Mail:From=tickets@example.org");

        result.ExitCode.ShouldBe(1);
        result.Output.Split(Environment.NewLine).ShouldBe(
            [
                "Set Security:PublicAddress to where people reach this app, like https://tickets.example: links in mails need it.",
                "Set Security:MasterKey to 32 random bytes in Base64 (openssl rand -base64 32): it seals the keys in the database.",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Mail_settings_that_make_no_sense_are_a_sentence_each()
    {
        var nothing = await StartAsync([.. Fine, "--Mail:Host=", "--Mail:From=nobody"]);
        var noNumber = await StartAsync([.. Fine, "--Mail:Port=smtp"]);

        nothing.ShouldBe(new CommandResult(1, string.Join(
            Environment.NewLine,
            "Set Mail:Host to the SMTP server that takes the mail, like smtp.example.",
            "Set Mail:From to the e-mail address that all mail comes from, like tickets@tickets.example.")));
        noNumber.ShouldBe(new CommandResult(1, "Mail:Port cannot be “smtp”: it must be a whole number."));
    }

    [Fact]
    public async Task A_number_out_of_its_range_is_a_sentence_with_the_name_of_its_setting()
    {
        var result = await StartAsync(
        [
            .. Fine, "--Inventory:ReservationMinutes=0", "--Inventory:ExtensionMinutes=61", "--PublicPages:Seconds=301",
            "--Payments:Sandbox:WebhookDelaySeconds=-1", "--Payments:Sandbox:LateSeconds=-1", "--Pricing:Fees:0:Flat=-1", "--RateLimits:SignIn:Permits=0", "--RateLimits:Mail:Per=00:00:00",
        ]);

        result.ExitCode.ShouldBe(1);
        result.Output.Split(Environment.NewLine).ShouldBe(
            [
                "Inventory:ReservationMinutes must be between 1 and 120.",
                "Inventory:ExtensionMinutes must be between 1 and 60.",
                "PublicPages:Seconds must be between 0 and 300; 0 makes every page anew.",
                "Payments:Sandbox:WebhookDelaySeconds must be between 0 and 3600.",
                "Payments:Sandbox:LateSeconds must be between 0 and 86400, a day.",
                "Pricing:Fees:0:Flat must be between 0 and 100000 minor units, which is 1000.00.",
                "RateLimits:SignIn:Permits must be between 1 and 1000000.",
                "RateLimits:Mail:Per must be between 00:00:01 and 1.00:00:00, a day.",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task What_several_settings_hang_on_is_said_once()
    {
        var result = await StartAsync([.. Fine, "--Payments:Provider=7"]);

        result.ShouldBe(new CommandResult(1, "Payments:Provider must be Sandbox or Stripe."));
    }

    [Theory]
    [InlineData("Payments:Provider", "PayPal", "it must be Sandbox or Stripe")]
    [InlineData("Pricing:Fees:1:Flat", "much", "it must be a whole number")]
    [InlineData("RateLimits:Global:Per", "soon", "it must be a time, like 00:01:00")]
    public async Task A_setting_that_cannot_be_read_is_a_sentence(string setting, string value, string expected)
    {
        var result = await StartAsync([.. Fine, $"--{setting}={value}"]);

        result.ShouldBe(new CommandResult(1, $"{setting} cannot be “{value}”: {expected}."));
    }

    [Theory]
    [InlineData("api.stripe.com")]
    [InlineData("http://stripe.example/")]
    public async Task An_address_that_the_keys_must_not_be_sent_to_is_a_sentence(string address)
    {
        var result = await StartAsync(
        [
            .. Fine, "--Payments:Provider=Stripe", "--Payments:Stripe:SecretKey=sk_test_1", "--Payments:Stripe:PublishableKey=pk_test_1", "--Payments:Stripe:WebhookSecrets:0=whsec_1",
            $"--Payments:Stripe:Address={address}",
        ]);

        result.ShouldBe(new CommandResult(1, "Payments:Stripe:Address must be a whole address that begins with https://, like https://api.stripe.com/; http:// is for this machine alone."));
    }

    [Fact]
    public async Task A_database_that_is_missing_is_a_sentence()
    {
        var result = await StartAsync(Fine);

        result.ShouldBe(new CommandResult(1, "No database: set ConnectionStrings__TicketWeb to a PostgreSQL connection string."));
    }

    [Fact]
    public async Task A_database_out_of_reach_is_a_sentence()
    {
        var port = FreePort();

        var result = await StartAsync([.. Fine, $"--ConnectionStrings:TicketWeb=Host=127.0.0.1;Port={port};Username=us;Database=ours"]);

        result.ShouldBe(new CommandResult(
            1, $"PostgreSQL cannot be reached: Failed to connect to 127.0.0.1:{port}. See that it is running, and that ConnectionStrings__TicketWeb says where."));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_a_sentence()
    {
        var database = await postgres.RentAsync();

        var result = await StartAsync([.. Fine, $"--ConnectionStrings:TicketWeb={database.ConnectionString};Database=nobodys"]);

        await postgres.ReturnAsync(database);
        result.ShouldBe(new CommandResult(1, "PostgreSQL does not let the app in: database \"nobodys\" does not exist. Look at ConnectionStrings__TicketWeb."));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_a_sentence()
    {
        var database = await postgres.RentAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";

        var result = await StartProcessAsync([.. Fine, $"--ConnectionStrings:TicketWeb={database.ConnectionString}", $"--urls={address}", "--Logging:LogLevel:Default=Error"]);

        await postgres.ReturnAsync(database);
        result.ShouldBe(new CommandResult(
            1, $"Something else listens at {address} already. Stop that first, or start with --urls and another port, like --urls http://localhost:5081."));
    }

    /// <summary>All that an app needs besides a database.</summary>
    internal static string[] Fine =>
    [
        "--Payments:Sandbox:AllowInProduction=true", "--Security:PublicAddress=https://tickets.example", $"--Security:MasterKey={Convert.ToBase64String(new byte[32])}",
        "--Mail:Host=mail.invalid", "--Mail:From=tickets@example.org",
    ];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task<CommandResult> StartAsync(params string[] settings) => AppInside.RunAsync(Path.GetTempPath(), ["--environment=Production", .. settings]);

    private static Task<CommandResult> StartProcessAsync(params string[] settings) => Command.RunAsync("dotnet", [App, "--environment=Production", .. settings], Cancel, Path.GetTempPath());
}
