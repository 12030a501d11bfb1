using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using TicketWeb.Platform.Data;

namespace TicketWeb.Platform.Reconciling;

/// <summary>
/// Recomputes every counter from its rows and compares money with tickets. All checks read one snapshot, which locks nothing: what is sold
/// meanwhile is not in it, neither half nor whole.
/// </summary>
public sealed class Reconciler(IEnumerable<Check> checks, Databases databases, TimeProvider clock)
{
    /// <summary>Where everything differs, the first ones tell as much as all of them.</summary>
    internal const int MostNamed = 200;

    public int Checks => checks.Count();

    /// <summary>What each check found, as it is found.</summary>
    public async IAsyncEnumerable<CheckResult> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await databases.ServiceSource.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        // It reads every row of every table.
        await using (var whole = new NpgsqlCommand("set transaction read only; set local enable_seqscan = on", connection))
            await whole.ExecuteNonQueryAsync(cancel);

        var now = clock.GetUtcNow();
        foreach (var check in checks)
            yield return await RunAsync(check, connection, now, cancel);
    }

    private static async Task<CheckResult> RunAsync(Check check, NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancel)
    {
        // As long as it takes: a large installation has many rows, and nobody waits for this.
        await using var command = new NpgsqlCommand($"select d.sentence, count(*) over () from ({check.Sql}) d(sentence) order by 1 limit {MostNamed}", connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("now", now);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var (differences, sentences) = (0L, new List<string>());
        while (await reader.ReadAsync(cancel))
        {
            // A name in it may have been given with a line break.
            sentences.Add(reader.GetString(0).ReplaceLineEndings(" "));
            differences = reader.GetInt64(1);
        }

        return new CheckResult(check.Name, differences, sentences);
    }
}
