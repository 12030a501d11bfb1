using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;
using TicketWeb.Features.BoxOffice;
using TicketWeb.Features.BoxOffice.UseCases;
using TicketWeb.Features.Door;
using TicketWeb.Features.Door.UseCases;
using TicketWeb.Features.Events;
using TicketWeb.Features.Events.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Organizations.UseCases;
using TicketWeb.Features.Payments;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Features.Settlements.UseCases;
using TicketWeb.Features.WaitingRoom;
using TicketWeb.Features.WaitingRoom.UseCases;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Data;

/// <summary>The second wall between organizations: PostgreSQL itself, asked about every table there is.</summary>
public sealed class TenantWallTests(TestPostgres postgres) : IAsyncLifetime
{
    private const string WithoutWall = """
        select string_agg(c.oid::regclass::text, ', ' order by 1)
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
        where c.relkind in ('r', 'p') and not (c.relrowsecurity and exists (
            select from pg_policies p
            where p.schemaname = c.relnamespace::regnamespace::text and p.tablename = c.relname and p.roles = '{ticketweb_tenant}' and p.cmd = 'ALL'
              and p.qual like '%organization_id = %ticketweb.organization%'
              and (select count(*) from pg_policies o where o.schemaname = p.schemaname and o.tablename = p.tablename and o.roles && '{ticketweb_tenant,public}') = 1))
        """;

    private const string Tables = """
        select c.oid::regclass::text, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped)
        from pg_class c where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1
        """;

    /// <summary>Tables that belong to no organization, and why. A new one is either given an organization_id or a line here.</summary>
    private static readonly Dictionary<string, string> Shared = new()
    {
        ["messages.mail_parts"] = "the bodies of mails, sent by the service; tenants have no grant",
        ["payments.inbox"] = "a gateway's webhooks, read before anyone knows whose they are",
        ["platform.data_protection_keys"] = "the keys that seal cookies and links, read by the service only",
        ["platform.migrations"] = "the schema's own history",
        ["platform.outbox"] = "facts on their way, told by the service; tenants may add, not read",
        ["platform.reconciliations"] = "the operators' runs over everybody's books; tenants have no grant",
        ["sandbox.events"] = "the sandbox gateway's own books",
        ["sandbox.intents"] = "the sandbox gateway's own books",
    };

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Every_table_of_an_organizations_has_its_wall() => (await _database.AskAsync(WithoutWall)).ShouldBe(DBNull.Value);

    [Theory]
    [InlineData("drop policy tenant on orders.orders")]
    [InlineData("alter table orders.orders disable row level security")]
    [InlineData("create policy everyone on orders.orders to ticketweb_tenant using (true)")]
    [InlineData("drop policy tenant on orders.orders; create policy tenant on orders.orders to ticketweb_tenant using (true)")]
    public async Task A_wall_with_a_hole_is_noticed(string hole)
    {
        await _database.AskAsync(hole);

        (await _database.AskAsync(WithoutWall)).ShouldBe("orders.orders");
    }

    [Fact]
    public async Task Every_table_without_an_organization_is_known_to_be_shared() =>
        (await TablesAsync()).Where(t => !t.Owned && !t.Name.StartsWith("accounts.", StringComparison.Ordinal)).Select(t => t.Name)
            .Except(Shared.Keys).ShouldBeEmpty();

    [Fact]
    public async Task An_organization_sees_its_own_rows_in_every_table_and_nobody_elses()
    {
        var one = await BusyOrganizationAsync("Lantern Hall");
        var other = await BusyOrganizationAsync("Harbour House");

        foreach (var (table, _) in (await TablesAsync()).Where(t => t.Owned))
        {
            (await _database.CountAsync($"select count(distinct organization_id) from {table}")).ShouldBe(2, $"{table} must hold rows of both, or this proves nothing");
            foreach (var organization in new[] { one, other })
            {
                var id = organization.Profile.Id.Value;
                (await AsTenantAsync(id, $"select count(*) from {table} where organization_id <> '{id}'")).ShouldBe(0, table);
                (await AsTenantAsync(id, $"select count(*) from {table}")).ShouldBeGreaterThan(0, table);
            }
        }
    }

    [Fact]
    public async Task Nobody_in_particular_sees_nothing()
    {
        await BusyOrganizationAsync("Lantern Hall");

        foreach (var (table, _) in (await TablesAsync()).Where(t => t.Owned))
            (await AsTenantAsync(Guid.Empty, $"select count(*) from {table}")).ShouldBe(0, table);
    }

    [Fact]
    public async Task A_row_cannot_be_written_over_the_wall()
    {
        var (one, other) = (await AnOrganization.InAsync(_database.Services), await AnOrganization.InAsync(_database.Services, "Harbour House"));
        var night = await AnEvent.By(other).WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();

        (await AsTenantAsync(one.Profile.Id.Value, $"with changed as (update inventory.pools set capacity = 0 where id = '{night.Pools["Room"].Value}' returning 1) select count(*) from changed")).ShouldBe(0);
        var refused = await Should.ThrowAsync<PostgresException>(() => AsTenantAsync(
            one.Profile.Id.Value, $"with made as (insert into inventory.pool_draws select gen_random_uuid(), '{night.Pools["Room"].Value}', '{other.Profile.Id.Value}', '{night.Id.Value}' returning 1) select count(*) from made"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("select count(*) from platform.outbox")]
    [InlineData("select count(*) from payments.inbox")]
    [InlineData("select count(*) from sandbox.intents")]
    [InlineData("with t as (delete from platform.migrations returning 1) select count(*) from t")]
    public async Task What_is_shared_is_not_an_organizations_to_read(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => AsTenantAsync(Guid.NewGuid(), sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    /// <summary>An organization with at least one row in every table, made by using everything there is.</summary>
    private async Task<MadeOrganization> BusyOrganizationAsync(string name)
    {
        var organization = await AnOrganization.InAsync(_database.Services, name, await AccountAsync());
        _ = (await _database.Get<InviteMember>().RunAsync(organization.Access, $"{Guid.NewGuid():N}@team.example", Role.Door, Cancel)).Value;
        var night = await AnEvent.By(organization).Starting(_database.Clock.GetUtcNow().UtcDateTime.AddMinutes(30))
            .WithPool("Room", 10).With("Standing", 25m, "Room").PublishedAsync();
        _ = (await AnAllocation.Of(night).With(1, "Standing").TryAsync()).Value;
        await _database.Get<ShowPicture>().RunAsync(organization.Access, night.Id, [1, 2, 3], "image/png", 1, 1, Cancel);
        _ = (await _database.Get<SetUpRoom>().RunAsync(organization.Access, night.Id, new RoomInput(RoomMode.Automatic, null, 300), Cancel)).Value;
        await ACode.For(night).CreatedAsync();
        var order = await AnOrder.For(night).With(2, "Standing").PaidAsync();
        await _database.TellFactsAsync();
        await ComeInAsync(night, (await order.TicketsAsync())[0].Code);
        _ = (await _database.Get<CreatePairing>().RunAsync(organization.Access, night.Id, "South", Cancel)).Value;

        var of = (await _database.Get<IEvents>().FindAsync(night.Id, Cancel))!;
        _ = (await _database.Get<RefundOrder>().RunAsync(organization.Access, order.Id, new RefundInput([1], RefundWhat.TicketsAndFees, RefundReason.Other, null, Guid.NewGuid()), Cancel)).Value;
        await ADeskSale.Of(night).With(1, "Standing").SoldAsync();
        await ADeskSale.Of(night).With(1, "Standing").SoldAsync(ADeskSale.Cash with { Tender = Tender.Voucher, Reference = "0117" });
        _ = (await _database.Get<CloseDrawer>().RunAsync(
            organization.Access, new ClosingInput(organization.Access.AccountId, [new CountInput(Tender.Cash, 2500, "25"), new CountInput(Tender.Voucher, 2500, "25")], null, null, Guid.NewGuid()), Cancel)).Value;
        _ = (await _database.Get<RefundEvent>().StartAsync(organization.Access, of, new EventRefundInput(RefundWhat.TicketsAndFees, RefundReason.Other, null), Cancel)).Value;
        await using var db = _database.Get<Databases>().Service();
        db.Add(new PayoutAccount { OrganizationId = organization.Profile.Id, Provider = "stripe", Reference = $"acct_{organization.Profile.Id.Value:N}" });
        db.Add(Dispute.Open(await db.Set<Payment>().SingleAsync(p => p.OrderId == order.Id.Value, Cancel), $"dp_{order.Id.Value:N}", _database.Clock.GetUtcNow()));
        await CloseAsync(db, organization);
        await db.SaveChangesAsync(Cancel);
        (await _database.Get<SaveLegalDetails>().RunAsync(organization.Access, name, "1 Quay Street", null, Cancel)).Refusal.ShouldBeNull();
        (await _database.Get<IssueDocuments>().InvoiceAsync(organization.Access, order.Id, Cancel)).ShouldNotBeNull();
        return organization;
    }

    /// <summary>As if its first entry were of a day that is over.</summary>
    private async Task CloseAsync(TicketDb db, MadeOrganization organization)
    {
        var entry = await db.Set<Entry>().FirstAsync(e => e.OrganizationId == organization.Profile.Id, Cancel);
        var today = DateOnly.FromDateTime(_database.Clock.GetUtcNow().UtcDateTime);
        var statement = Statement.Close(organization.Profile, null, entry.BookedAt, today, organization.Access.AccountId, _database.Clock.GetUtcNow().AddDays(1)).Value;
        db.AddRange(statement, new StatementEntry { EntryId = entry.Id, StatementId = statement.Id, OrganizationId = organization.Profile.Id });
    }

    private async Task<Guid> AccountAsync()
    {
        var email = $"{Guid.NewGuid():N}@staff.example";
        var account = new Account { Id = Guid.NewGuid(), Email = email, UserName = email, DisplayName = "Sam Staff", CreatedAt = _database.Clock.GetUtcNow() };
        await using var db = _database.Get<Databases>().Service();
        db.Add(account);
        await db.SaveChangesAsync(Cancel);
        return account.Id;
    }

    private async Task ComeInAsync(MadeEvent night, string code)
    {
        var pairing = (await _database.Get<CreatePairing>().RunAsync(night.By.Access, night.Id, "North", Cancel)).Value;
        var device = (await _database.Get<PairDevice>().RunAsync(pairing.Code, "A phone", Cancel)).Value;
        var access = (await _database.Get<RecogniseDevice>().RunAsync($"Bearer {device.Token}", Cancel)).Value;
        await _database.Get<ScanTicket>().RunAsync(access, new ScanInput(Id.New<ScanId>(), code, _database.Clock.GetUtcNow(), null), Cancel);
    }

    private async Task<long> AsTenantAsync(Guid organization, string sql)
    {
        await using var db = _database.Get<Databases>().Tenant(organization);
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private async Task<List<(string Name, bool Owned)>> TablesAsync()
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(Tables, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var tables = new List<(string, bool)>();
        while (await reader.ReadAsync(Cancel))
            tables.Add((reader.GetString(0), reader.GetBoolean(1)));
        return tables;
    }
}
