using Shouldly;
using TicketWeb.Platform.Data;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Data;

public sealed class SchemaTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string PolicyOfOrders = "select count(*) from pg_policy where polrelid = 'orders.orders'::regclass and polname = 'tenant'";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_node_that_starts_while_others_sell_waits_for_none_of_their_locks()
    {
        await using var selling = await _database.HoldAsync("lock table orders.orders in row exclusive mode");

        await Schema.BringUpToDateAsync(_database.Connection, Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel);
    }

    [Fact]
    public async Task Walls_that_are_not_those_of_this_build_are_raised_anew()
    {
        await _database.AskAsync("drop policy tenant on orders.orders; comment on schema platform is 'those of another build'");
        var selling = await _database.HoldAsync("lock table orders.orders in row exclusive mode");

        var starting = Schema.BringUpToDateAsync(_database.Connection, Cancel);
        await _database.WaitForLocksAsync(1);
        await selling.DisposeAsync();
        await starting;

        (await _database.CountAsync(PolicyOfOrders)).ShouldBe(1);
    }
}
