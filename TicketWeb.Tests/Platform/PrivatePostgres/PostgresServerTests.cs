using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using TicketWeb.Platform.PrivatePostgres;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.PrivatePostgres;

public sealed class PostgresServerTests(TestPostgres postgres) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly string[] Safety = ["fsync", "synchronous_commit", "full_page_writes"];

    private readonly string _root = QuickFolder.Create("tw-pg-");

    [Fact]
    public async Task Data_survive_a_restart()
    {
        await postgres.CopyClusterAsync(_root);
        await using (var first = Server())
        {
            await first.StartAsync(Cancel);
            await AskAsync(first.ConnectionString, "create table kept (word text); insert into kept values ('still here')");
        }

        await using var second = Server();
        await second.StartAsync(Cancel);

        (await AskAsync(second.ConnectionString, "select word from kept")).ShouldBe("still here");
        foreach (var setting in Safety)
            (await AskAsync(second.ConnectionString, $"show {setting}")).ShouldBe("off", "this test gave it up");
    }

    [Fact]
    public async Task Nothing_runs_after_it_is_disposed_even_with_a_session_open()
    {
        await postgres.CopyClusterAsync(_root);
        var server = Server();
        await server.StartAsync(Cancel);
        var signIn = server.ConnectionString + ";Pooling=false";
        await using var open = new NpgsqlConnection(signIn);
        await open.OpenAsync(Cancel);

        await server.DisposeAsync();

        await Should.ThrowAsync<NpgsqlException>(() => AskAsync(signIn, "select 'x'"));
        File.Exists(new ServerFiles(_root).PidFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Commits_are_on_disk_and_letters_of_all_scripts_have_their_cases()
    {
        await using var server = new PostgresServer(NullLogger<PostgresServer>.Instance) { Folder = _root, BinariesFolder = Path.Combine(_root, "binaries") };
        await server.StartAsync(Cancel);

        foreach (var setting in Safety)
            (await AskAsync(server.ConnectionString, $"show {setting}")).ShouldBe("on", setting);
        (await AskAsync(server.ConnectionString, "show listen_addresses")).ShouldBe("");
        (await AskAsync(server.ConnectionString, "select lower('ÅNGSTRÖM ΑΒΓ ЖЮ')")).ShouldBe("ångström αβγ жю");
    }

    [Fact]
    public async Task A_second_app_on_the_same_folder_is_told_so()
    {
        await postgres.CopyClusterAsync(_root);
        await using var first = Server();
        await first.StartAsync(Cancel);
        await using var second = Server();

        var told = await Should.ThrowAsync<PostgresUnavailableException>(() => second.StartAsync(Cancel));

        told.Message.ShouldContain("in use by another TicketWeb");
        (await AskAsync(first.ConnectionString, "select 'unharmed'")).ShouldBe("unharmed");
    }

    [Fact]
    public async Task A_folder_too_deep_for_a_socket_is_no_obstacle()
    {
        var deep = Path.Combine(_root, new string('d', 90), "with, odd 'characters'");
        await using var server = new PostgresServer(NullLogger<PostgresServer>.Instance) { Folder = deep, BinariesFolder = Path.Combine(_root, "binaries"), Durable = false };

        await server.StartAsync(Cancel);

        (await AskAsync(server.ConnectionString, "select 'fine'")).ShouldBe("fine");
        await server.DisposeAsync();
        Directory.Delete(new ServerFiles(deep).SocketFolder, recursive: true);
    }

    [Fact]
    public async Task A_pid_file_whose_number_belongs_to_another_program_by_now_is_no_obstacle()
    {
        await postgres.CopyClusterAsync(_root);
        await using (var first = Server())
            await first.StartAsync(Cancel);
        var files = new ServerFiles(_root);
        await File.WriteAllTextAsync(files.PidFile, $"{Environment.ProcessId}\n{files.Data}\n0\n5432\n{files.SocketFolder}\n\n", Cancel);
        await File.WriteAllTextAsync(files.SocketLock, $"{Environment.ProcessId}\n{files.Data}\n0\n5432\n{files.SocketFolder}\n", Cancel);

        await using var second = Server();
        await second.StartAsync(Cancel);

        (await AskAsync(second.ConnectionString, "select 'fine'")).ShouldBe("fine");
    }

    [Fact]
    public async Task A_server_that_does_not_start_shows_its_log()
    {
        await postgres.CopyClusterAsync(_root);
        File.Delete(Path.Combine(new ServerFiles(_root).Data, "global", "pg_control"));
        await using var second = Server();

        var told = await Should.ThrowAsync<PostgresUnavailableException>(() => second.StartAsync(Cancel));

        told.Message.ShouldContain("pg_control");
    }

    [Fact]
    public async Task Data_of_a_version_that_is_not_installed_are_left_alone()
    {
        var files = new ServerFiles(_root);
        Directory.CreateDirectory(files.Data);
        await File.WriteAllTextAsync(Path.Combine(files.Data, "PG_VERSION"), "7\n", Cancel);
        await using var server = new PostgresServer(NullLogger<PostgresServer>.Instance) { Folder = _root, BinariesFolder = Path.Combine(_root, "binaries") };

        var told = await Should.ThrowAsync<PostgresUnavailableException>(() => server.StartAsync(Cancel));

        told.Message.ShouldContain("PostgreSQL 7");
        File.Exists(Path.Combine(files.Data, "PG_VERSION")).ShouldBeTrue();
    }

    public void Dispose()
    {
        Directory.Delete(_root, recursive: true);
    }

    private PostgresServer Server() => new(NullLogger<PostgresServer>.Instance) { Folder = _root, BinariesFolder = Path.Combine(_root, "binaries"), Durable = false };

    private static async Task<string?> AskAsync(string signIn, string sql)
    {
        await using var connection = new NpgsqlConnection(signIn + (signIn.Contains("Pooling", StringComparison.Ordinal) ? "" : ";Pooling=false"));
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync(Cancel);
    }
}
