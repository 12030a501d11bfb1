using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;
using TicketWeb.Platform.Outbox;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Jobs;

/// <summary>What holds for every queue, shown on the outbox's table with workers whose work is the test's.</summary>
public sealed class JobWorkerTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string Claimed = "explain (analyze, timing off) execute claim(now() + interval '1 hour', now() + interval '2 hours')";
    private static readonly string Prepared = "prepare claim(timestamptz, timestamptz) as " +
        OutboxWorker.Queue.Claim.Replace("@now", "$1", StringComparison.Ordinal).Replace("@until", "$2", StringComparison.Ordinal);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private readonly ConcurrentQueue<(Guid Key, Guid Id)> _done = [];

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Two_running_nodes_share_the_work_and_double_none_of_it()
    {
        var written = await WriteAsync(keys: 300);
        var byNode = new ConcurrentDictionary<int, int>();

        await RunAsync(
            [.. Enumerable.Range(0, 2).Select(node => Worker(job =>
            {
                byNode.AddOrUpdate(node, 1, (_, n) => n + 1);
                return DawdleAsync(job);
            }))],
            () => _done.Count >= 300);

        _done.Select(d => d.Id).Order().ShouldBe(written.Select(w => w.Id).Order());
        byNode.Count.ShouldBe(2, "both had some");
    }

    [Fact]
    public async Task Jobs_of_one_key_are_done_one_after_the_other_while_others_are_done_beside_them()
    {
        var written = await WriteAsync(keys: 6, each: 12);
        var (atWork, most) = (0, 0);
        var busy = new ConcurrentDictionary<Guid, bool>();

        await RunAsync([Worker(async job =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atWork));
            busy.TryAdd(job.Key, true).ShouldBeTrue("two of one key at once");
            await DawdleAsync(job);
            busy.TryRemove(job.Key, out _);
            Interlocked.Decrement(ref atWork);
        })], () => _done.Count >= 72);

        foreach (var key in written.GroupBy(w => w.Key))
            _done.Where(d => d.Key == key.Key).Select(d => d.Id).ShouldBe(key.Select(w => w.Id));
        most.ShouldBeInRange(2, 4);
    }

    [Fact]
    public async Task The_next_of_a_key_does_not_wait_until_an_idle_worker_looks_again()
    {
        await WriteAsync(keys: 1, each: 6);

        await RunAsync([Worker(DawdleAsync, OutboxWorker.Queue with { Idle = TimeSpan.FromHours(1) })], () => _done.Count >= 6).WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        _done.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Without_the_key_they_get_out_of_order()
    {
        var written = await WriteAsync(keys: 6, each: 12);

        await RunAsync([Worker(DawdleAsync, OutboxWorker.Queue with { Key = null })], () => _done.Count >= 72);

        written.GroupBy(w => w.Key).Any(key => !_done.Where(d => d.Key == key.Key).Select(d => d.Id).SequenceEqual(key.Select(w => w.Id))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_node_that_dies_between_doing_and_marking_has_it_done_again()
    {
        var job = (await WriteAsync(keys: 1)).Single();
        var dying = Worker(async done =>
        {
            await NoteAsync(done);
            // From here on it reaches the table no more, as if its process had ended.
            await _database.AskAsync("revoke update on platform.outbox from ticketweb_service");
        });
        await Should.ThrowAsync<PostgresException>(() => dying.WorkDueAsync(Cancel));
        await _database.AskAsync("grant update on platform.outbox to ticketweb_service");
        var other = Worker(NoteAsync);

        (await other.WorkDueAsync(Cancel)).ShouldBe(0, "for a minute it could still be at work");
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await other.WorkDueAsync(Cancel);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await other.WorkDueAsync(Cancel);

        _done.ShouldBe([job, job]);
    }

    [Fact]
    public async Task What_a_stopping_node_has_done_it_still_marks_and_leaves_the_rest_to_others_at_once()
    {
        await WriteAsync(keys: 50);
        using var stop = new CancellationTokenSource();
        var begun = 0;
        var stopping = Worker(async job =>
        {
            if (Interlocked.Increment(ref begun) > 10)
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, stop.Token);
            }

            await NoteAsync(job);
        });
        await Should.ThrowAsync<OperationCanceledException>(() => stopping.WorkDueAsync(stop.Token));

        _done.Count.ShouldBe(10);
        (await _database.CountAsync("select count(*) from platform.outbox where told_at is not null")).ShouldBe(10);
        (await _database.CountAsync("select count(*) from platform.outbox where told_at is null and attempts > 0")).ShouldBe(0, "stopping is no attempt");
        await Worker(NoteAsync).WorkDueAsync(Cancel);
        _done.Select(d => d.Id).Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public async Task What_waited_longer_than_its_claim_lasts_is_left_to_whoever_claims_it_next()
    {
        await WriteAsync(keys: 5);
        var slow = Worker(async job =>
        {
            await NoteAsync(job);
            _database.Clock.Advance(TimeSpan.FromSeconds(61));
        });

        await slow.WorkDueAsync(Cancel);

        _done.Count.ShouldBeInRange(1, 2, "those that were begun before the first took its time");
        await Worker(NoteAsync).WorkDueAsync(Cancel);
        _done.Select(d => d.Id).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task A_failure_that_comes_late_does_not_undo_anothers_success()
    {
        await WriteAsync(keys: 1);
        var late = Worker(async _ =>
        {
            _database.Clock.Advance(TimeSpan.FromMinutes(1));
            await Worker(NoteAsync).WorkDueAsync(Cancel);
            throw new TimeoutException("It took too long.");
        });

        await late.WorkDueAsync(Cancel);
        _database.Clock.Advance(TimeSpan.FromHours(1));
        await Worker(NoteAsync).WorkDueAsync(Cancel);

        _done.Count.ShouldBe(1);
        (await _database.AskAsync("select last_error from platform.outbox")).ShouldBe(DBNull.Value);
    }

    [Fact]
    public async Task What_is_useless_is_given_up_at_once()
    {
        await WriteAsync(keys: 1);

        await Worker(_ => Task.FromResult(JobOutcome.GiveUp("Nobody lives there."))).WorkDueAsync(Cancel);

        (await _database.AskAsync("select last_error from platform.outbox where given_up_at is not null and attempts = 1")).ShouldBe("Nobody lives there.");
    }

    [Fact]
    public async Task A_claim_reads_no_more_of_the_queue_than_it_takes()
    {
        await FillAsync();
        await using var connection = await _database.HoldAsync("analyze platform.outbox");
        await AskAsync(connection, Prepared);

        var plan = await AskAsync(connection, Claimed);

        RowsRead(plan).ShouldBeLessThan(200, plan);
    }

    /// <summary>PostgreSQL knows then that the queue is empty, and a connection keeps the plan that suits an empty one.</summary>
    [Fact]
    public async Task The_first_claim_of_a_rush_after_a_long_quiet_takes_a_batch_and_no_longer_than_others()
    {
        await FillAsync();
        await _database.AskAsync("delete from platform.outbox");
        await _database.AskAsync("vacuum analyze platform.outbox");
        // Without a fresh plan it took 18 seconds.
        var services = _database.Build(connectionString: _database.ConnectionString + ";Command Timeout=5;Maximum Pool Size=1");
        using var worker = new Handy(OutboxWorker.Queue, services.GetRequiredService<Databases>(), _database.Clock, _ => Task.FromResult(JobOutcome.Done));
        for (var i = 0; i < 10; i++)
            (await worker.WorkDueAsync(Cancel)).ShouldBe(0);
        await FillAsync();

        (await worker.WorkDueAsync(Cancel)).ShouldBe(OutboxWorker.Queue.Batch);
    }

    /// <summary>Runs workers as the app does, until the test has seen enough.</summary>
    private static async Task RunAsync(JobWorker<OutboxMessage>[] nodes, Func<bool> enough)
    {
        foreach (var node in nodes)
            await node.StartAsync(Cancel);
        while (!enough())
            await Task.Delay(10, Cancel);
        foreach (var node in nodes)
            await node.StopAsync(Cancel);
    }

    private Task NoteAsync(OutboxMessage job)
    {
        _done.Enqueue((job.Key, job.Id));
        return Task.CompletedTask;
    }

    /// <summary>Some take longer than others.</summary>
    private async Task DawdleAsync(OutboxMessage job)
    {
        await Task.Delay(Random.Shared.Next(8), Cancel);
        await NoteAsync(job);
    }

    private Handy Worker(Func<OutboxMessage, Task> work, JobQueue? queue = null) => Worker(
        async job =>
        {
            await work(job);
            return JobOutcome.Done;
        },
        queue);

    private Handy Worker(Func<OutboxMessage, Task<JobOutcome>> work, JobQueue? queue = null) => new(queue ?? OutboxWorker.Queue, _database.Get<Databases>(), _database.Clock, work);

    private async Task<List<(Guid Key, Guid Id)>> WriteAsync(int keys, int each = 1)
    {
        await using var db = _database.Get<Databases>().Service();
        var now = _database.Clock.GetUtcNow();
        var ids = new AscendingIds();
        var written = Enumerable.Range(0, keys).Select(_ => Guid.NewGuid()).SelectMany(key => Enumerable.Repeat(key, each)).Select(key => (Key: key, Id: ids.Next(now))).ToList();
        db.AddRange(written.Select(w => new OutboxMessage { Id = w.Id, Fact = "RefundRequested", Key = w.Key, Body = "{}", WrittenAt = now, DueAt = now }));
        await db.SaveChangesAsync(Cancel);
        return written;
    }

    private static async Task<string> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancel))
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    /// <summary>Of the step that touches most, as PostgreSQL counts them: what it gives on, and what it leaves out.</summary>
    private static int RowsRead(string plan) =>
        Regex.Matches(plan, """(actual rows=|Removed by Filter: )(\d+)""").Max(match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));

    private Task<object?> FillAsync() => _database.AskAsync(
        """
        insert into platform.outbox (id, fact, key, body, written_at, attempts, due_at, told_at)
        select gen_random_uuid(), 'RefundRequested', gen_random_uuid(), '{}', now(), 1, now(), case when n % 3 > 0 then now() end from generate_series(1, 30000) n
        """);

    private sealed class Handy(JobQueue queue, Databases databases, TimeProvider clock, Func<OutboxMessage, Task<JobOutcome>> work)
        : JobWorker<OutboxMessage>(queue, databases, new OutboxSignal(), new VisitorsFirst(), clock, NullLogger.Instance)
    {
        protected override JobClaim Claim(OutboxMessage job) => new(job.Id, job.Attempts, job.Fact);

        protected override Task<JobOutcome> DoAsync(OutboxMessage job, CancellationToken cancel) => work(job);
    }
}
