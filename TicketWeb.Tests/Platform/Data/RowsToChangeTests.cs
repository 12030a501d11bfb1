using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Features.Inventory.Domain;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Features.Orders.UseCases;
using TicketWeb.Features.Payments.Domain;
using TicketWeb.Features.Payments.Sandbox;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Outbox;
using TicketWeb.Tests.Support;
using Xunit;

namespace TicketWeb.Tests.Platform.Data;

public sealed class RowsToChangeTests(TestPostgres postgres) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly AscendingIds Ids = new();

    private readonly TestDatabase _database = new(postgres);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Rows_come_back_as_they_were_with_and_without_their_empty_columns()
    {
        var now = _database.Clock.GetUtcNow();
        OutboxMessage[] written = [Message("{\"a\": 1}", now), Message("{}", now, told: now.AddMinutes(1), error: "It's \"broken\", {twice}"), Message("[]", now)];

        await SaveAsync(db => Array.ForEach(written, db.Insert));

        await using var reading = _database.Get<Databases>().Service();
        var read = await reading.Set<OutboxMessage>().OrderBy(m => m.Id).ToListAsync(Cancel);
        read.Select(m => (m.Id, m.Body, m.ToldAt, m.LastError, m.DueAt)).ShouldBe(written.Select(m => (m.Id, m.Body, m.ToldAt, m.LastError, m.DueAt)));
    }

    [Fact]
    public async Task Only_what_changed_is_written_and_each_row_gets_its_own()
    {
        var now = _database.Clock.GetUtcNow();
        OutboxMessage[] written = [Message("{}", now), Message("{}", now), Message("{}", now)];
        await SaveAsync(db => Array.ForEach(written, db.Insert));

        await SaveAsync(async db =>
        {
            var read = await db.Set<OutboxMessage>().OrderBy(m => m.Id).ToChangeAsync(db, Cancel);
            await _database.AskAsync("update platform.outbox set last_error = 'kept'");
            (read[0].Attempts, read[2].Attempts) = (7, 9);
        });

        await using var reading = _database.Get<Databases>().Service();
        var read = await reading.Set<OutboxMessage>().OrderBy(m => m.Id).ToListAsync(Cancel);
        read.Select(m => m.Attempts).ShouldBe([7, 0, 9]);
        read.ShouldAllBe(m => m.LastError == "kept");
    }

    [Fact]
    public async Task Rows_that_others_point_at_come_first()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 9).With("Standing", 25m, "Room").PublishedAsync();
        var made = await AnOrder.For(night).With(2, "Standing").StartedAsync();

        await using var reading = _database.Get<Databases>().Service();
        var order = await reading.Set<Order>().SingleAsync(o => o.Id == made.Id, Cancel);
        order.State.ShouldBe(OrderState.Reserved);
        order.Lines.ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_row_that_is_not_there_any_more_is_an_error_and_nothing_is_written()
    {
        var now = _database.Clock.GetUtcNow();
        await SaveAsync(db => db.Insert(Message("{}", now)));

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => SaveAsync(async db =>
        {
            var gone = (await db.Set<OutboxMessage>().ToChangeAsync(db, Cancel))[0];
            await _database.AskAsync("delete from platform.outbox");
            gone.Attempts = 3;
            db.Insert(Message("{}", now));
        }));

        (await _database.CountAsync("select count(*) from platform.outbox")).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_read_twice_is_one_and_what_belongs_to_it_is_in_its_list()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 9).With("Standing", 25m, "Room").PublishedAsync();
        var made = await AnOrder.For(night).With(2, "Standing").StartedAsync();

        await SaveAsync(async db =>
        {
            var order = (await db.LockAsync(made.Id, Cancel))!;
            order.Remember("bea@buyers.example", null);
            var again = (await db.LockAsync(made.Id, Cancel))!;

            again.ShouldBeSameAs(order);
            db.Changing<Order>(made.Id).ShouldBeSameAs(order);
            db.Changing<Order>(OrderId.From(Guid.NewGuid())).ShouldBeNull();
            order.Lines.ShouldHaveSingleItem().Count.ShouldBe(2);
        });

        (await _database.AskAsync("select email from orders.orders")).ShouldBe("bea@buyers.example");
    }

    [Fact]
    public async Task A_batch_reads_several_tables_in_one_message_and_what_EF_reads()
    {
        var night = await AnEvent.By(await AnOrganization.InAsync(_database.Services)).WithPool("Room", 9).With("Standing", 25m, "Room").PublishedAsync();
        await AnOrder.For(night).With(2, "Standing").StartedAsync();
        await AnOrder.For(night).With(1, "Standing").PaidAsync();
        var heard = new Commands();
        await using var services = _database.Build(s => s.AddSingleton<IInterceptor>(heard));
        var orders = RowQuery.Of<Order>($"order by id for update");
        var lines = RowQuery.Of<OrderLine>($"where count > {1} or count = {1} order by order_id");
        var payments = RowQuery.Of<Payment>($"where state = {"Succeeded"}");
        FormattableString ofOrders = $"array(select reservation_id from orders.orders where total >= {0L})";
        var reservations = RowQuery.Of<Reservation>($"where state <> {"Released"} and id = any({ofOrders}) order by id");
        var intents = RowQuery.Of<SandboxIntent>($"");
        var (events, types) = (RowQuery.Of<Event>($""), RowQuery.Of<TicketType>($""));

        await using var batch = services.GetRequiredService<Databases>().Batch();
        await using var transaction = await batch.Database.BeginTransactionAsync(Cancel);
        await batch.ReadAsync([orders, lines, payments, reservations, intents, events, types], Cancel);

        heard.Sent.ShouldHaveSingleItem();
        orders.Found.SelectMany(o => o.Lines).ShouldBe(lines.Found);
        (orders.Found.Count, payments.Found.Count, reservations.Found.Count).ShouldBe((2, 1, 2));
        await ShouldBeAsEfReadsAsync(batch, orders.Found);
        await ShouldBeAsEfReadsAsync(batch, lines.Found);
        await ShouldBeAsEfReadsAsync(batch, payments.Found);
        await ShouldBeAsEfReadsAsync(batch, reservations.Found);
        await ShouldBeAsEfReadsAsync(batch, intents.Found);
        await ShouldBeAsEfReadsAsync(batch, events.Found);
        await ShouldBeAsEfReadsAsync(batch, types.Found);
    }

    [Fact]
    public async Task What_was_added_is_found_before_it_is_written()
    {
        var message = Message("{}", _database.Clock.GetUtcNow());

        await SaveAsync(db =>
        {
            db.Insert(message);
            db.Changing<OutboxMessage>(message.Id).ShouldBeSameAs(message);
            message.Attempts = 4;
        });

        (await _database.CountAsync("select attempts from platform.outbox")).ShouldBe(4);
    }

    [Fact]
    public async Task What_goes_past_the_batch_is_refused_and_nothing_is_written()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => SaveAsync(db =>
        {
            db.Insert(Message("{}", _database.Clock.GetUtcNow()));
            db.Add(Message("{}", _database.Clock.GetUtcNow()));
        }));

        (await _database.CountAsync("select count(*) from platform.outbox")).ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_transaction_and_without_a_batch_it_is_refused()
    {
        await using var batch = _database.Get<Databases>().Batch();
        batch.Insert(Message("{}", _database.Clock.GetUtcNow()));
        await using var watched = _database.Get<Databases>().Service();

        await Should.ThrowAsync<InvalidOperationException>(() => batch.CommitInBulkAsync(Cancel));
        await Should.ThrowAsync<InvalidOperationException>(() => watched.CommitInBulkAsync(Cancel));
    }

    private Task SaveAsync(Action<TicketDb> change) => SaveAsync(db =>
    {
        change(db);
        return Task.CompletedTask;
    });

    private async Task SaveAsync(Func<TicketDb, Task> change)
    {
        await using var db = _database.Get<Databases>().Batch();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        await change(db);
        await db.CommitInBulkAsync(Cancel);
    }

    /// <summary>Column by column.</summary>
    private async Task ShouldBeAsEfReadsAsync<T>(TicketDb batch, IReadOnlyList<T> read) where T : class
    {
        var table = batch.Batch!.TableOf(typeof(T));
        var columns = batch.Model.FindEntityType(typeof(T))!.GetProperties().Where(p => !p.IsConcurrencyToken).Select(BatchColumn.Of).ToList();
        await using var db = _database.Get<Databases>().Service();
        var expected = await db.Set<T>().IgnoreAutoIncludes().ToListAsync(Cancel);
        read.ShouldNotBeEmpty();
        Columns(read).ShouldBe(Columns(expected));

        IEnumerable<object?> Columns(IEnumerable<T> rows) => rows.OrderBy(r => $"{table.KeyOf(r)}", StringComparer.Ordinal).SelectMany(r => columns.Select(c => c.ValueOf(r)));
    }

    private static OutboxMessage Message(string body, DateTimeOffset now, DateTimeOffset? told = null, string? error = null) => new()
    {
        Id = Ids.Next(now),
        Fact = "Test",
        Key = Guid.NewGuid(),
        Body = body,
        WrittenAt = now,
        DueAt = now,
        ToldAt = told,
        LastError = error,
    };

    private sealed class Commands : DbCommandInterceptor
    {
        public List<string> Sent { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Sent.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
