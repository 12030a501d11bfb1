using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>
/// Saves what a context tracks with one statement for each table instead of one for each row: columns travel as arrays, and <c>unnest</c>
/// makes rows of them again. All statements go to PostgreSQL in one message.
/// </summary>
internal static class BulkSave
{
    private static readonly ConcurrentDictionary<IEntityType, Table> Tables = [];

    /// <summary>
    /// Like <c>SaveChangesAsync</c>, for rows that the open transaction has inserted or holds locked: there is no other check that nobody else
    /// has changed them. The context is not to be used for saving again.
    /// </summary>
    public static async Task SaveInBulkAsync(this TicketDb db, CancellationToken cancel)
    {
        // What is new is written as it is; only what was read is compared with what it was.
        foreach (var read in db.ChangeTracker.Entries().Where(e => e.State is not EntityState.Added).ToList())
            read.DetectChanges();
        var changes = db.ChangeTracker.Entries().Where(e => e.State is not EntityState.Unchanged)
            .GroupBy(e => (Table: Tables.GetOrAdd(e.Metadata, t => new Table(t)), e.State)).ToList();
        if (changes.Count == 0)
            return;

        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var batch = connection.CreateBatch();
        batch.Transaction = (NpgsqlTransaction)(db.Database.CurrentTransaction ?? throw new InvalidOperationException("Open a transaction first.")).GetDbTransaction();
        foreach (var change in changes.OrderBy(c => c.Key.Table.Depth))
            batch.BatchCommands.Add(change.Key.Table.Write(change.Key.State, [.. change]));
        var rows = await batch.ExecuteNonQueryAsync(cancel);
        if (rows != changes.Sum(c => c.Count()))
            throw new DbUpdateConcurrencyException($"{rows} rows were written where {changes.Sum(c => c.Count())} have changed.");
    }

    private sealed class Table
    {
        private readonly string _name;
        private readonly List<Column> _key;
        private readonly List<Column> _columns;
        private readonly string _insert;

        public Table(IEntityType entity)
        {
            _name = $"{entity.GetSchema()}.{entity.GetTableName()}";
            Depth = DepthOf(entity);
            // PostgreSQL keeps the row version itself.
            _columns = [.. entity.GetProperties().Where(p => !p.IsConcurrencyToken).Select(p => new Column(p))];
            _key = [.. _columns.Where(c => c.Property.IsPrimaryKey())];
            _insert = $"insert into {_name} ({Names(_columns)}) select * from unnest({Parameters(_columns)})";
        }

        /// <summary>Tables that others point at come first.</summary>
        public int Depth { get; }

        public NpgsqlBatchCommand Write(EntityState state, IReadOnlyList<EntityEntry> rows) => state switch
        {
            EntityState.Added => Command(_insert, _columns, rows),
            EntityState.Modified => Update(rows),
            _ => throw new NotSupportedException($"Rows of {_name} that are {state} cannot be saved in bulk."),
        };

        private NpgsqlBatchCommand Update(IReadOnlyList<EntityEntry> rows)
        {
            var changed = _columns.Except(_key).Where(c => rows.Any(r => r.Property(c.Property).IsModified)).ToList();
            List<Column> sent = [.. _key, .. changed];
            var sql = $"""
                update {_name} t set {string.Join(", ", changed.Select(c => $"{c.Name} = v.{c.Name}"))}
                from unnest({Parameters(sent)}) as v ({Names(sent)}) where {string.Join(" and ", _key.Select(c => $"t.{c.Name} = v.{c.Name}"))}
                """;
            return Command(sql, sent, rows);
        }

        private static NpgsqlBatchCommand Command(string sql, List<Column> columns, IReadOnlyList<EntityEntry> rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var column in columns)
                command.Parameters.Add(column.Values(rows));
            return command;
        }

        private static string Names(IEnumerable<Column> columns) => string.Join(", ", columns.Select(c => c.Name));

        private static string Parameters(IEnumerable<Column> columns) => string.Join(", ", columns.Select((_, i) => $"${i + 1}"));

        private static int DepthOf(IEntityType entity) =>
            entity.GetForeignKeys().Where(k => k.PrincipalEntityType != entity).Select(k => 1 + DepthOf(k.PrincipalEntityType)).DefaultIfEmpty(0).Max();
    }

    private sealed class Column
    {
        private readonly RelationalTypeMapping _mapping;
        private readonly Type _element;

        public Column(IProperty property)
        {
            Property = property;
            Name = property.GetColumnName();
            _mapping = property.GetRelationalTypeMapping();
            var stored = _mapping.Converter?.ProviderClrType ?? property.ClrType;
            _element = property.IsNullable && stored.IsValueType && Nullable.GetUnderlyingType(stored) is null ? typeof(Nullable<>).MakeGenericType(stored) : stored;
            // unnest would take a list of lists apart to its last element.
            if (_mapping.StoreTypeNameBase.EndsWith(']'))
                throw new NotSupportedException($"The list {property.DeclaringType.ShortName()}.{property.Name} cannot be saved in bulk.");
        }

        public IProperty Property { get; }

        public string Name { get; }

        /// <summary>This column of all rows, as one array.</summary>
        public NpgsqlParameter Values(IReadOnlyList<EntityEntry> rows)
        {
            var values = Array.CreateInstance(_element, rows.Count);
            for (var i = 0; i < rows.Count; i++)
            {
                var value = rows[i].CurrentValues[Property];
                values.SetValue(value is null || _mapping.Converter is null ? value : _mapping.Converter.ConvertToProvider(value), i);
            }

            return new NpgsqlParameter { Value = values, DataTypeName = $"{_mapping.StoreTypeNameBase}[]" };
        }
    }
}
