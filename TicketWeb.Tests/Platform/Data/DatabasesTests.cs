using Microsoft.EntityFrameworkCore;
using Shouldly;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Data;

public sealed class DatabasesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_service_looks_up_rows_in_an_index_while_their_table_is_still_empty(bool guarded)
    {
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToArray();
        await using var db = database.Get<Databases>().Service();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        if (!guarded)
            await db.Database.ExecuteSqlAsync($"set local enable_seqscan = on", Cancel);

        var plan = await db.Database.SqlQuery<string>($"explain select from orders.order_lines where order_id = any({ids})").ToListAsync(Cancel);

        plan.Exists(line => line.Contains("Seq Scan", StringComparison.Ordinal)).ShouldBe(!guarded);
    }

    [Fact]
    public async Task A_context_that_is_used_again_has_nothing_left_of_whoever_had_it_before()
    {
        var databases = database.Get<Databases>();
        await using (var before = databases.Tenant(Guid.NewGuid()))
        {
            before.ChangeTracker.AutoDetectChangesEnabled = false;
            before.Add(new InboxMessage { Provider = "sandbox", EventId = "evt_1", Body = "{}", ReceivedAt = database.Clock.GetUtcNow() });
            await before.Database.OpenConnectionAsync(Cancel);
        }

        await using var after = databases.Service();

        after.Organization.ShouldBeNull();
        after.ChangeTracker.Entries().ShouldBeEmpty();
        after.ChangeTracker.AutoDetectChangesEnabled.ShouldBeTrue();
        (await after.Database.SqlQuery<string?>($"select current_setting('ticketweb.organization', true)").ToListAsync(Cancel)).Single().ShouldBeNullOrEmpty();
    }
}
