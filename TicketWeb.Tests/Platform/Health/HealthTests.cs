using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Health;
using TicketWeb.Tests.Platform.Security;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Health;

public sealed class HealthTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>Two seconds are promised. A busy machine takes longer, and who waits for the database itself takes half a minute.</summary>
    private static readonly TimeSpan FarBelowAnyTimeout = TimeSpan.FromSeconds(10);

    private readonly TestApp _app = new(postgres);

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_node_that_serves_says_so_and_keeps_no_copy_of_it(string address)
    {
        using var client = _app.Client();

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe("Healthy");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_probe_is_never_told_to_slow_down()
    {
        await using var strict = Guarded.App(
            app =>
            {
                app.MapGet("/plain", () => "plain");
                app.MapHealth();
            },
            services => services.AddHealth(),
            settings: ("RateLimits:Global:Permits", "1"));
        await strict.StartAsync(Cancel);
        using var client = strict.GetTestClient();

        var probes = await StatusesAsync(client, "/health/live");
        var pages = await StatusesAsync(client, "/plain");

        probes.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK]);
        pages.ShouldBe([HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests]);
    }

    [Fact]
    public async Task A_database_that_lacks_a_migration_is_not_ready()
    {
        await RunAsync("delete from platform.migrations");

        var (status, problem) = await ReadyAsync();

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        problem!.Detail.ShouldBe("The database is older than this build.");
    }

    [Fact]
    public async Task A_database_that_is_ahead_of_an_old_node_is_ready()
    {
        await RunAsync("insert into platform.migrations values ('99990101000000_Later', '10.0.0')");

        (await ReadyAsync()).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_hangs_is_not_ready_in_time_while_the_process_lives()
    {
        await using var owner = new NpgsqlConnection(ConnectionString);
        await owner.OpenAsync(Cancel);
        await using var transaction = await owner.BeginTransactionAsync(Cancel);
        await using (var hold = new NpgsqlCommand("lock table platform.migrations in access exclusive mode", owner, transaction))
            await hold.ExecuteNonQueryAsync(Cancel);

        var watch = Stopwatch.StartNew();
        var (status, problem) = await ReadyAsync();

        watch.Elapsed.ShouldBeLessThan(FarBelowAnyTimeout);
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        problem!.Detail.ShouldBe("The database does not answer.");
        using var client = _app.Client();
        (await client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_server_that_hangs_is_not_waited_for()
    {
        using var server = new SilencedServer(_app.Get<DatabaseConnection>().ConnectionString);
        await using var connection = new DatabaseConnection(server.ConnectionString);
        await using var node = Guarded.App(app => app.MapHealth(), services => services.AddHealth().AddSingleton(new Databases(connection, [])));
        await node.StartAsync(Cancel);
        using var client = node.GetTestClient();
        (await StatusesAsync(client, "/health/ready")).ShouldAllBe(s => s == HttpStatusCode.OK);
        server.Silent = true;

        var watch = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);

        watch.Elapsed.ShouldBeLessThan(FarBelowAnyTimeout);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private string ConnectionString => _app.Get<DatabaseConnection>().ConnectionString + ";Pooling=false";

    private async Task<(HttpStatusCode Status, ProblemDetails? Problem)> ReadyAsync()
    {
        using var client = _app.Client();
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        return answer.IsSuccessStatusCode ? (answer.StatusCode, null) : (answer.StatusCode, await answer.Content.ReadFromJsonAsync<ProblemDetails>(Cancel));
    }

    private static async Task<List<HttpStatusCode>> StatusesAsync(HttpClient client, string address)
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }

    private async Task RunAsync(string sql)
    {
        await using var owner = new NpgsqlConnection(ConnectionString);
        await owner.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
