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

public sealed class HealthTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>Two seconds are promised. A busy machine takes longer, and who waits for the database itself takes half a minute.</summary>
    private static readonly TimeSpan FarBelowAnyTimeout = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_node_that_serves_says_so_and_keeps_no_copy_of_it(string address)
    {
        using var client = app.Client();

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
        var (status, problem) = await ReadyAfterAsync("delete from platform.migrations");

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        problem!.Detail.ShouldBe("The database is older than this build.");
    }

    [Fact]
    public async Task A_database_that_is_ahead_of_an_old_node_is_ready()
    {
        (await ReadyAfterAsync("insert into platform.migrations values ('99990101000000_Later', '10.0.0')")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_hangs_is_not_ready_while_the_process_lives()
    {
        await using var owner = new NpgsqlConnection(app.Get<DatabaseConnection>().ConnectionString + ";Pooling=false");
        await owner.OpenAsync(Cancel);
        await using var transaction = await owner.BeginTransactionAsync(Cancel);
        await using (var hold = new NpgsqlCommand("lock table platform.migrations in access exclusive mode", owner, transaction))
            await hold.ExecuteNonQueryAsync(Cancel);

        using var client = app.Client();
        var (status, problem) = await ReadyAsync(client);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        problem!.Detail.ShouldBe("The database does not answer.");
        (await client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_server_that_hangs_is_not_waited_for()
    {
        using var server = new SilencedServer(app.Get<DatabaseConnection>().ConnectionString);
        await using var connection = new DatabaseConnection(server.ConnectionString);
        await using var node = await NodeAsync(connection);
        using var client = node.GetTestClient();
        (await StatusesAsync(client, "/health/ready")).ShouldAllBe(s => s == HttpStatusCode.OK);
        server.Silent = true;

        var watch = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);

        watch.Elapsed.ShouldBeLessThan(FarBelowAnyTimeout);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    /// <summary>What a node says of a database that this was done to.</summary>
    private async Task<(HttpStatusCode Status, ProblemDetails? Problem)> ReadyAfterAsync(string sql)
    {
        var database = await app.Postgres.RentAsync();
        await using (var command = database.Pool(DatabaseRole.Owner).CreateCommand(sql))
            await command.ExecuteNonQueryAsync(Cancel);
        await using var node = await NodeAsync(database);
        using var client = node.GetTestClient();

        var said = await ReadyAsync(client);

        await app.Postgres.ReturnAsync(database);
        return said;
    }

    /// <summary>One that does nothing but answer probes.</summary>
    private static async Task<WebApplication> NodeAsync(DatabaseConnection database)
    {
        var node = Guarded.App(app => app.MapHealth(), services => services.AddHealth().AddSingleton(new Databases(database, [])));
        await node.StartAsync(Cancel);
        return node;
    }

    private static async Task<(HttpStatusCode Status, ProblemDetails? Problem)> ReadyAsync(HttpClient client)
    {
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
}
