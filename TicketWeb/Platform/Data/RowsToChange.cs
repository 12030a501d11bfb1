using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>How use cases read rows that they change, and add new ones: the same words for a context that EF keeps watch over and for a batch, which does without.</summary>
internal static class RowsToChange
{
    /// <summary>The rows of a query, to be changed. One that this context has read before is the one that it has.</summary>
    public static async Task<List<T>> ToChangeAsync<T>(this IQueryable<T> rows, TicketDb db, CancellationToken cancel) where T : class =>
        db.Batch is { } batch ? batch.Keep(await rows.AsNoTracking().ToListAsync(cancel)) : await rows.AsTracking().ToListAsync(cancel);

    /// <summary>The same for several tables, in the order in which they are given. A batch asks for all of them in one message.</summary>
    public static async Task ReadAsync(this TicketDb db, IReadOnlyList<RowQuery> queries, CancellationToken cancel)
    {
        if (db.Batch is not { } batch)
        {
            foreach (var query in queries)
                await query.ReadAsync(db, cancel);
            return;
        }

        if (queries.Count == 0)
            return;
        var parameters = new List<object?>();
        var sql = string.Join(";\n", queries.Select(q => q.Sql(batch, parameters)));
        // Through EF, so that whoever listens to its commands hears this one too.
        var command = db.GetService<IRawSqlCommandBuilder>().Build(sql, parameters!, db.Model);
        await using var reader = await command.RelationalCommand.ExecuteReaderAsync(
            new RelationalCommandParameterObject(
                db.GetService<IRelationalConnection>(), command.ParameterValues, readerColumns: null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.FromSqlQuery),
            cancel);
        foreach (var query in queries)
        {
            await query.TakeAsync(reader.DbDataReader, batch, cancel);
            await reader.DbDataReader.NextResultAsync(cancel);
        }
    }

    /// <summary>A row that this context has read to change or has added, by its key; null where it has none.</summary>
    public static T? Changing<T>(this TicketDb db, object key) where T : class =>
        db.Batch is { } batch ? batch.Find<T>(key) : db.Set<T>().Local.FindEntryUntyped([key])?.Entity;

    /// <summary>Adds a row, and those that belong to it.</summary>
    public static void Insert(this TicketDb db, object row)
    {
        if (db.Batch is { } batch)
            batch.Insert(row);
        else
            db.Add(row);
    }

    /// <summary>Tells a channel something when this context's transaction commits, and only then.</summary>
    public static Task NotifyAsync(this TicketDb db, string channel, string news, CancellationToken cancel)
    {
        if (db.Batch is not { } batch)
            return db.Database.ExecuteSqlAsync($"select pg_notify({channel}, {news})", cancel);
        batch.Notify(channel, news);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Writes what a batch has changed and added, with one statement for each table, and commits, all in one message. Its rows are inserted or held
    /// locked by the open transaction: there is no other check that nobody else has changed them. The batch is over with it.
    /// </summary>
    public static async Task CommitInBulkAsync(this TicketDb db, CancellationToken cancel)
    {
        if (db.Batch is not { } batch)
            throw new InvalidOperationException("Only a batch is saved in bulk.");
        if (db.ChangeTracker.Entries().FirstOrDefault() is { } tracked)
            throw new InvalidOperationException($"Rows of {tracked.Metadata.ShortName()} were read or added past the batch, which would not write them.");
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("Open a transaction first.");

        await using var message = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateBatch();
        message.Transaction = (NpgsqlTransaction)transaction.GetDbTransaction();
        foreach (var command in batch.Commands())
            message.BatchCommands.Add(command);
        message.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        try
        {
            await message.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            throw new DbUpdateConcurrencyException("A row that has changed was not there any more.", e);
        }

        // EF has not seen it committed.
        await transaction.DisposeAsync();
    }
}
