using System.Collections;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>
/// How rows of one table are read, and taken apart and written: columns travel as arrays, and <c>unnest</c> makes rows of them again.
/// </summary>
internal sealed class BatchTable
{
    private const BindingFlags AnyConstructor = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly string _name;
    private readonly List<BatchColumn> _key;
    private readonly List<BatchColumn> _columns;
    private readonly List<BatchColumn> _changing;
    private readonly string _insert;
    private readonly Func<object> _new;

    public BatchTable(IEntityType entity)
    {
        _name = $"{entity.GetSchema()}.{entity.GetTableName()}";
        Depth = DepthOf(entity);
        // PostgreSQL keeps the row version itself.
        _columns = [.. entity.GetProperties().Where(p => !p.IsConcurrencyToken).Select(BatchColumn.Of)];
        _changing = [.. _columns.Where(c => c.MayChange)];
        _key = [.. entity.FindPrimaryKey()!.Properties.Select(p => _columns.Single(c => c.Property == p))];
        _insert = $"insert into {_name} ({Names(_columns)}) select * from unnest({Parameters(_columns)})";
        Select = $"select {Names(_columns)} from {_name}";
        _new = Expression.Lambda<Func<object>>(Expression.New(entity.ClrType.GetConstructor(AnyConstructor, []) ?? throw new NotSupportedException($"{entity.ShortName()} cannot be made empty."))).Compile();
        KeyOf = BatchColumn.Together(entity.FindPrimaryKey()!.Properties);
        Children = [.. entity.GetNavigations().Where(n => n.IsCollection).Select(Lists)];
        Parents = [.. entity.GetForeignKeys().Where(k => k.PrincipalToDependent is { IsCollection: true }).Select(Owner)];
    }

    /// <summary>Tables that others point at have less.</summary>
    public int Depth { get; }

    /// <summary>The primary key of a row.</summary>
    public Func<object, object> KeyOf { get; }

    /// <summary>The rows of other tables that a row has in its lists.</summary>
    public IReadOnlyList<Func<object, IEnumerable>> Children { get; }

    /// <summary>In whose lists a row belongs: their type, their key by the row, and how it gets there.</summary>
    public IReadOnlyList<(Type Type, Func<object, object> KeyOf, Action<object, object> Adopt)> Parents { get; }

    /// <summary>What <see cref="Read"/> reads, without its conditions.</summary>
    public string Select { get; }

    /// <summary>The row that a result of <see cref="Select"/> stands at.</summary>
    public object Read(DbDataReader result)
    {
        var row = _new();
        for (var i = 0; i < _columns.Count; i++)
            _columns[i].Fill(row, result, i);
        return row;
    }

    /// <summary>What a row has in those columns that may change.</summary>
    public object?[] ChangingOf(object row) => [.. _changing.Select(c => c.ValueOf(row))];

    public NpgsqlBatchCommand Insert(List<object> rows) => Command(_insert, _columns, rows);

    /// <summary>
    /// Writes those columns that have changed in any of the rows, of those rows in which any has; null where none has. Where a row is not there any
    /// more, PostgreSQL divides by zero: so it is found out before the transaction commits, without asking in between.
    /// </summary>
    public NpgsqlBatchCommand? Update(List<(object Row, object?[] Before)> read)
    {
        var changed = new bool[_changing.Count];
        var rows = new List<object>();
        foreach (var (row, before) in read)
        {
            var differs = false;
            for (var i = 0; i < changed.Length; i++)
            {
                if (Equals(_changing[i].ValueOf(row), before[i]))
                    continue;
                changed[i] = differs = true;
            }

            if (differs)
                rows.Add(row);
        }

        if (rows.Count == 0)
            return null;
        List<BatchColumn> set = [.. _changing.Where((_, i) => changed[i])];
        List<BatchColumn> sent = [.. _key, .. set];
        var sql = $"""
            with written as (
                update {_name} t set {string.Join(", ", set.Select(c => $"{c.Name} = v.{c.Name}"))}
                from unnest({Parameters(sent)}) as v ({Names(sent)}) where {string.Join(" and ", _key.Select(c => $"t.{c.Name} = v.{c.Name}"))} returning 1)
            select 1 / (count(*) = ${sent.Count + 1})::int from written
            """;
        var command = Command(sql, sent, rows);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = rows.Count });
        return command;
    }

    private static NpgsqlBatchCommand Command(string sql, List<BatchColumn> columns, List<object> rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in columns)
            command.Parameters.Add(column.Values(rows));
        return command;
    }

    private static Func<object, IEnumerable> Lists(INavigation list)
    {
        var row = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, IEnumerable>>(
            Expression.MakeMemberAccess(Expression.Convert(row, list.DeclaringEntityType.ClrType), list.GetMemberInfo(forMaterialization: false, forSet: false)), row).Compile();
    }

    private static (Type Type, Func<object, object> KeyOf, Action<object, object> Adopt) Owner(IForeignKey key)
    {
        var list = key.PrincipalToDependent!.GetCollectionAccessor()!;
        return (key.PrincipalEntityType.ClrType, BatchColumn.Together(key.Properties), (owner, row) => list.Add(owner, row, forMaterialization: true));
    }

    private static string Names(IEnumerable<BatchColumn> columns) => string.Join(", ", columns.Select(c => c.Name));

    private static string Parameters(IEnumerable<BatchColumn> columns) => string.Join(", ", columns.Select((_, i) => $"${i + 1}"));

    private static int DepthOf(IEntityType entity) =>
        entity.GetForeignKeys().Where(k => k.PrincipalEntityType != entity).Select(k => 1 + DepthOf(k.PrincipalEntityType)).DefaultIfEmpty(0).Max();
}
