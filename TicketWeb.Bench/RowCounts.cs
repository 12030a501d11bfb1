using Npgsql;

namespace TicketWeb.Bench;

/// <summary>How many rows each table of the database has, for finding out what something writes.</summary>
internal static class RowCounts
{
    /// <summary>What workers write when they get to it, after the buyer was answered, and the keys that a server makes when it first needs them.</summary>
    private static readonly string[] WrittenLater = ["messages.mails", "messages.mail_parts", "payments.inbox", "tickets.signing_keys", "platform.data_protection_keys"];

    /// <summary>The tables that have more rows afterwards, and how many more: "orders.orders +1, …".</summary>
    public static async Task<string> WrittenByAsync(Rig rig, Func<Task> doing, CancellationToken cancel)
    {
        var before = await ReadAsync(rig, cancel);
        await doing();
        var after = await ReadAsync(rig, cancel);
        return string.Join(", ", after.Where(t => t.Value != before[t.Key] && !WrittenLater.Contains(t.Key)).Select(t => $"{t.Key} +{t.Value - before[t.Key]}"));
    }

    private static async Task<SortedDictionary<string, long>> ReadAsync(Rig rig, CancellationToken cancel)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using var connection = await rig.OpenAsync(cancel);
        await using (var tables = new NpgsqlCommand("select schemaname || '.' || relname from pg_stat_user_tables", connection))
        await using (var names = await tables.ExecuteReaderAsync(cancel))
        {
            while (await names.ReadAsync(cancel))
                counts[names.GetString(0)] = 0;
        }

        foreach (var table in counts.Keys.ToList())
        {
            await using var count = new NpgsqlCommand($"select count(*) from {table}", connection);
            counts[table] = (long)(await count.ExecuteScalarAsync(cancel))!;
        }

        return counts;
    }
}
