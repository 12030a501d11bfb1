using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace TicketWeb.Platform.Data;

/// <summary>
/// The rows of a batch. One that was read remembers those of its columns as they were that may change; one that is new is only written. EF would box, compare and link each
/// of them, which was a fifth of what a purchase costs (docs/measurements.md).
/// </summary>
internal sealed class BatchRows(IModel model)
{
    private static readonly ConcurrentDictionary<Type, BatchTable> Tables = [];

    private readonly Dictionary<(BatchTable Table, object Key), object> _known = [];
    private readonly List<(BatchTable Table, object Row, object?[] Before)> _read = [];
    private readonly List<(BatchTable Table, object Row)> _new = [];
    private readonly HashSet<(string Channel, string News)> _news = [];

    /// <summary>Takes in rows that were read, and puts those that belong to others into their lists. Of one that is known already, the known one is given back.</summary>
    public List<T> Keep<T>(List<T> rows) where T : class
    {
        if (rows.Count == 0)
            return rows;
        var table = TableOf(typeof(T));
        return rows.ConvertAll(r => (T)Keep(table, r));
    }

    public T? Find<T>(object key) where T : class => (T?)_known.GetValueOrDefault((TableOf(typeof(T)), key));

    public void Insert(object row)
    {
        var table = TableOf(row.GetType());
        _known.Add((table, table.KeyOf(row)), row);
        _new.Add((table, row));
        foreach (var children in table.Children)
        {
            foreach (var child in children(row))
                Insert(child);
        }
    }

    /// <summary>Told once, however often it is asked for.</summary>
    public void Notify(string channel, string news) => _news.Add((channel, news));

    /// <summary>What writes all this, tables that others point at first.</summary>
    public IEnumerable<NpgsqlBatchCommand> Commands()
    {
        var inserts = _new.GroupBy(n => n.Table, n => n.Row).Select(g => (g.Key.Depth, Write: (NpgsqlBatchCommand?)g.Key.Insert([.. g])));
        var updates = _read.GroupBy(r => r.Table, r => (r.Row, r.Before)).Select(g => (g.Key.Depth, Write: g.Key.Update([.. g])));
        return inserts.Concat(updates).OrderBy(w => w.Depth).Select(w => w.Write).OfType<NpgsqlBatchCommand>()
            .Concat(_news.Select(n => new NpgsqlBatchCommand("select pg_notify($1, $2)") { Parameters = { new() { Value = n.Channel }, new() { Value = n.News } } }));
    }

    /// <summary>How rows of that type are taken apart and put together.</summary>
    public BatchTable TableOf(Type type) => Tables.GetOrAdd(type, t => new BatchTable(model.FindEntityType(t) ?? throw new InvalidOperationException($"{t.Name} is no row.")));

    private object Keep(BatchTable table, object row)
    {
        var key = (table, table.KeyOf(row));
        if (_known.TryGetValue(key, out var known))
            return known;
        _known.Add(key, row);
        _read.Add((table, row, table.ChangingOf(row)));
        foreach (var parent in table.Parents)
        {
            if (_known.TryGetValue((TableOf(parent.Type), parent.KeyOf(row)), out var owner))
                parent.Adopt(owner, row);
        }

        foreach (var children in table.Children)
        {
            foreach (var child in children(row))
                Keep(TableOf(child.GetType()), child);
        }

        return row;
    }
}
