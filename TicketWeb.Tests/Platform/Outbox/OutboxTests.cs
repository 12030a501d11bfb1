using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using TicketWeb.Features.Payments;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Outbox;

public sealed class OutboxTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);
    private readonly Listener _listener = new();
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _services = _database.Build(s => s.RemoveAll<IHandle<RefundRequested>>().AddSingleton<IHandle<RefundRequested>>(_listener));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_fact_is_told_once_it_is_committed_and_never_again()
    {
        var fact = await WriteAsync(Guid.NewGuid());

        await TellAsync();
        _database.Clock.Advance(TimeSpan.FromDays(1));
        await TellAsync();

        _listener.Heard.ShouldBe([fact]);
    }

    [Fact]
    public async Task A_fact_that_was_rolled_back_never_happened()
    {
        await using var db = _services.GetRequiredService<Databases>().Service();
        await using (await db.Database.BeginTransactionAsync(Cancel))
        {
            await _services.GetRequiredService<Facts>().RecordAsync(db, Guid.NewGuid(), new RefundRequested(Guid.NewGuid()), Cancel);
            await db.SaveChangesAsync(Cancel);
        }

        await TellAsync();

        _listener.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Facts_of_one_key_are_told_in_the_order_in_which_they_were_written_even_within_a_tick()
    {
        var key = Guid.NewGuid();
        var written = new List<Guid>();
        for (var i = 0; i < 20; i++)
            written.Add(await WriteAsync(key));

        await TellAsync();

        _listener.Heard.ShouldBe(written);
    }

    [Fact]
    public async Task A_fact_that_fails_holds_up_its_own_key_and_no_other()
    {
        var (stuck, free) = (Guid.NewGuid(), Guid.NewGuid());
        var failing = await WriteAsync(stuck);
        var behind = await WriteAsync(stuck);
        var other = await WriteAsync(free);
        _listener.Fails = f => f == failing;

        await TellAsync();
        _listener.Heard.ShouldBe([other]);

        _listener.Fails = _ => false;
        _database.Clock.Advance(TimeSpan.FromSeconds(2));
        await TellAsync();
        _listener.Heard.ShouldBe([other, failing, behind]);
    }

    [Fact]
    public async Task Attempts_come_at_growing_intervals_and_end_after_two_hours()
    {
        var key = Guid.NewGuid();
        var failing = await WriteAsync(key);
        var behind = await WriteAsync(key);
        _listener.Fails = f => f == failing;
        var at = new List<double>();
        _listener.OnTry = f =>
        {
            if (f == failing)
                at.Add((_database.Clock.GetUtcNow() - Start).TotalSeconds);
        };

        for (var second = 0; second < 3 * 3600 && at.Count < 12; second++)
        {
            await TellAsync();
            var next = await _database.AskAsync("select min(due_at) from platform.outbox where told_at is null and given_up_at is null and attempts > 0");
            if (next is DateTime due && due > _database.Clock.GetUtcNow())
                _database.Clock.Advance(due - _database.Clock.GetUtcNow().UtcDateTime);
        }

        at.Zip(at.Skip(1), (a, b) => b - a).ShouldBe([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]);
        (await _database.CountAsync("select count(*) from platform.outbox where given_up_at is not null and last_error = 'Not today.'")).ShouldBe(1);
        await TellAsync();
        _listener.Heard.ShouldBe([behind], "what was given up holds up nothing");
    }

    [Fact]
    public async Task Several_nodes_share_the_work_and_tell_nothing_twice()
    {
        var written = new List<Guid>();
        for (var i = 0; i < 120; i++)
            written.Add(await WriteAsync(Guid.NewGuid()));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TellAsync()));

        _listener.Heard.Order().ShouldBe(written.Order());
    }

    private static DateTimeOffset Start => new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private async Task<Guid> WriteAsync(Guid key)
    {
        var fact = Guid.NewGuid();
        await using var db = _services.GetRequiredService<Databases>().Service();
        await _services.GetRequiredService<Facts>().RecordAsync(db, key, new RefundRequested(fact), Cancel);
        await db.SaveChangesAsync(Cancel);
        return fact;
    }

    private Task TellAsync() => _database.TellFactsAsync(_services);

    private OutboxWorker Worker() => ActivatorUtilities.CreateInstance<OutboxWorker>(_services);

    private sealed class Listener : IHandle<RefundRequested>
    {
        private readonly ConcurrentQueue<Guid> _heard = [];

        public IEnumerable<Guid> Heard => _heard;

        public Func<Guid, bool> Fails { get; set; } = _ => false;

        public Action<Guid> OnTry { get; set; } = _ => { };

        public Task HandleAsync(RefundRequested fact, CancellationToken cancel)
        {
            OnTry(fact.RefundId);
            if (Fails(fact.RefundId))
                throw new InvalidOperationException("Not today.");
            _heard.Enqueue(fact.RefundId);
            return Task.CompletedTask;
        }
    }
}
