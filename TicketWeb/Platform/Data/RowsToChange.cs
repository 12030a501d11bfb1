using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>How use cases read rows that they change, and add new ones: the same words for a context that EF keeps watch over and for a batch, which does without.</summary>
internal static class RowsToChange
{
    /// <summary>The rows of a query, to be changed. One that this context has read before is the one that it has.</summary>
    public static async Task<List<T>> ToChangeAsync<T>(this IQueryable<T> rows, TicketDb db, CancellationToken cancel) where T : class =>
        db.Batch is { } batch ? batch.Keep(await rows.AsNoTracking().ToListAsync(cancel)) : await rows.AsTracking().ToListAsync(cancel);

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

    /// <summary>
    /// Writes what a batch has changed and added, with one statement for each table, all in one message. Its rows are inserted or held locked by the
    /// open transaction: there is no other check that nobody else has changed them. The batch is over with it.
    /// </summary>
    public static async Task SaveInBulkAsync(this TicketDb db, CancellationToken cancel)
    {
        if (db.Batch is not { } rows)
            throw new InvalidOperationException("Only a batch is saved in bulk.");
        if (db.ChangeTracker.Entries().FirstOrDefault() is { } tracked)
            throw new InvalidOperationException($"Rows of {tracked.Metadata.ShortName()} were read or added past the batch, which would not write them.");
        if (rows.Commands() is not { Count: > 0 } commands)
            return;

        await using var message = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateBatch();
        message.Transaction = (NpgsqlTransaction)(db.Database.CurrentTransaction ?? throw new InvalidOperationException("Open a transaction first.")).GetDbTransaction();
        foreach (var (command, _) in commands)
            message.BatchCommands.Add(command);
        var (written, expected) = (await message.ExecuteNonQueryAsync(cancel), commands.Sum(c => c.Rows));
        if (written != expected)
            throw new DbUpdateConcurrencyException($"{written} rows were written where {expected} have changed.");
    }
}
