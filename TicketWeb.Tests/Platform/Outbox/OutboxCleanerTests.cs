using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Outbox;

public sealed class OutboxCleanerTests(TestPostgres postgres) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_was_told_a_month_ago_goes_and_all_else_stays()
    {
        var (old, recent) = (_database.Clock.GetUtcNow().AddDays(-31), _database.Clock.GetUtcNow().AddDays(-29));
        await WriteAsync("Told", old, told: old);
        await WriteAsync("Waiting", old);
        await WriteAsync("GivenUp", old, givenUp: old);
        await WriteAsync("ToldLate", old, told: recent);
        await WriteAsync("Recent", recent, told: recent);
        using var cleaner = new OutboxCleaner(_database.Get<Databases>(), _database.Clock, NullLogger<OutboxCleaner>.Instance);

        (await cleaner.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);

        (await _database.AskAsync("select string_agg(fact, ' ' order by fact) from platform.outbox")).ShouldBe("GivenUp Recent ToldLate Waiting");
    }

    private Task<object?> WriteAsync(string fact, DateTimeOffset at, DateTimeOffset? told = null, DateTimeOffset? givenUp = null) => _database.AskAsync(
        """
        insert into platform.outbox (id, fact, key, body, written_at, attempts, due_at, told_at, given_up_at) values ($1, $2, gen_random_uuid(), '{}', $3, 1, $3, $4, $5)
        """,
        Guid.CreateVersion7(at), fact, at, told ?? (object)DBNull.Value, givenUp ?? (object)DBNull.Value);
}
