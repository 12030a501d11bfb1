using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.PrivatePostgres;
using TicketWeb.Platform.Processes;
using TicketWeb.Platform.Reconciling;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Reconciling;

/// <summary>The command as an operator runs it, its output and its exit code: once as a process, else inside this one.</summary>
public sealed class ReconcileCommandTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly string App = Path.Combine(AppContext.BaseDirectory, "TicketWeb.dll");

    private readonly TestDatabase _database = new(postgres);
    private readonly string _folder = QuickFolder.Create("tw-reconcile-");

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Without_a_difference_it_says_so_ends_with_0_and_does_no_workers_work()
    {
        await BuyAsync();
        const string Untouched = "select count(*) from platform.outbox where attempts = 0";
        (await _database.CountAsync(Untouched)).ShouldBeGreaterThan(0);

        var result = await Command.RunAsync("dotnet", [App, .. Reconcile(_database.ConnectionString)], Cancel, _folder);

        result.ShouldBe(new CommandResult(0, "No differences."));

        (await _database.CountAsync(Untouched)).ShouldBe(await _database.CountAsync("select count(*) from platform.outbox"));
    }

    [Fact]
    public async Task Each_difference_is_a_line_and_it_ends_with_1()
    {
        await BuyAsync();
        await _database.AskAsync("delete from tickets.tickets where position = 1; update inventory.pools set claimed = claimed + 1");

        var result = await ReconcileAsync(_database.ConnectionString);

        result.ExitCode.ShouldBe(1);
        var lines = result.Output.Split(Environment.NewLine);
        lines.Length.ShouldBe(2, result.Output);
        lines[0].ShouldMatch("^Pool “Room” .* counts 3 claimed, but its reservations hold 2.$");
        lines[1].ShouldMatch("^Order ....-.... .* should have 2 tickets of type .*, but has 1.$");
    }

    [Fact]
    public async Task Without_a_database_it_says_why_and_ends_with_2()
    {
        var result = await ReconcileAsync("Host=127.0.0.1;Port=1;Database=none;Username=nobody");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldStartWith("The database does not answer as it should");
        result.Output.ShouldNotContain(" at TicketWeb.");
    }

    [Fact]
    public async Task An_empty_database_is_left_empty()
    {
        await _database.AskAsync("create database empty_of_reconciling");
        var empty = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Database = "empty_of_reconciling" }.ConnectionString;

        var result = await ReconcileAsync(empty);

        result.ShouldBe(new CommandResult(2, "The database is older than this build. Start the app once: it brings the database up to date."));
    }

    [Fact]
    public async Task In_development_it_uses_the_private_server_running_or_not()
    {
        var home = Directory.CreateDirectory(Path.Combine(_folder, "app")).FullName;
        await postgres.CopyClusterAsync(Path.Combine(_folder, ".local", "postgres"));
        await using (var running = new PostgresServer(NullLogger<PostgresServer>.Instance) { Folder = Path.Combine(_folder, ".local", "postgres"), BinariesFolder = Path.Combine(_folder, ".local", "binaries") })
        {
            await running.StartAsync(Cancel);
            await Schema.BringUpToDateAsync(new DatabaseConnection(running.ConnectionString + ";Pooling=false"), Cancel);

            (await AppInside.RunAsync(home, ReconcileCommand.Name, "--environment=Development")).ShouldBe(new CommandResult(0, "No differences."), "beside the running app");

            await using var still = new NpgsqlConnection(running.ConnectionString + ";Pooling=false");
            await still.OpenAsync(Cancel);
        }

        (await AppInside.RunAsync(home, ReconcileCommand.Name, "--environment=Development")).ShouldBe(new CommandResult(0, "No differences."), "alone");
        File.Exists(new ServerFiles(Path.Combine(_folder, ".local", "postgres")).PidFile).ShouldBeFalse("what it started it ends");
    }

    private async Task BuyAsync() => await AnOrder.For(await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync())
        .With(2, "Standing").PaidAsync();

    private Task<CommandResult> ReconcileAsync(string connection) => AppInside.RunAsync(_folder, Reconcile(connection));

    private static string[] Reconcile(string connection) => [ReconcileCommand.Name, "--environment=Production", $"--ConnectionStrings:TicketWeb={connection}"];
}
