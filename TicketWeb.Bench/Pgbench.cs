using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using TicketWeb.Platform.PrivatePostgres;
using TicketWeb.Platform.Processes;

namespace TicketWeb.Bench;

/// <summary>
/// PostgreSQL's own load driver, for what the same rows cost in one transaction for each buyer. Its scripts are in Baselines; statements are
/// prepared, and nothing is between it and PostgreSQL but the socket.
/// </summary>
internal sealed partial class Pgbench
{
    /// <summary>Version-7 ids and nine letters for a number, as the app makes them. PostgreSQL writes their functions into the statements, so that calling them costs little.</summary>
    private const string Functions =
        """
        create schema if not exists bench;
        create or replace function bench.id() returns uuid language sql volatile as
            $$ select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || substr(gen_random_uuid()::text, 14))::uuid $$;
        create or replace function bench.secret() returns text language sql volatile as
            $$ select replace(gen_random_uuid()::text, '-', '') $$;
        create or replace function bench.number() returns text language sql volatile as
            $$ select translate(upper(substr(encode(uuid_send(gen_random_uuid()), 'base64'), 13, 9)), '01ILO+/', '2345678') $$;
        """;

    private readonly Rig _rig;
    private readonly string _program;
    private readonly string _script;
    private readonly string[] _variables;
    private readonly Dictionary<int, (long Transactions, double Seconds)> _runs = [];

    private Pgbench(Rig rig, string program, string script, string[] variables) => (_rig, _program, _script, _variables) = (rig, program, script, variables);

    /// <summary>Transactions a second with the number of clients that made most of them.</summary>
    public double AtBest => _runs.Keys.Max(PerSecond);

    public static async Task<Pgbench> WriteAsync(Rig rig, string baseline, OnSale into, CancellationToken cancel)
    {
        var folder = (await PostgresBinaries.FindInstalledAsync(cancel)).Select(b => b.Folder).FirstOrDefault(f => File.Exists(Path.Combine(f, "pgbench")))
            ?? throw new InvalidOperationException("pgbench is not installed; on Debian it comes with the package postgresql.");
        await rig.AskAsync(Functions, cancel);

        var script = Path.Combine(rig.Folder, baseline);
        await using (var from = typeof(Pgbench).Assembly.GetManifestResourceStream(baseline)!)
        await using (var to = File.Create(script))
            await from.CopyToAsync(to, cancel);
        string[] variables =
        [
            $"organization={into.Access.OrganizationId.Value}", $"event={into.Id.Value}", $"pool={into.Pool.Value}", $"type={into.Type.Value}",
        ];
        return new Pgbench(rig, Path.Combine(folder, "pgbench"), script, variables);
    }

    /// <summary>Transactions a second with so many clients, over all their runs.</summary>
    public double PerSecond(int clients) => _runs[clients].Transactions / _runs[clients].Seconds;

    /// <summary>Runs it for so long with each number of clients: many wait for each other, and few may get more done.</summary>
    public async Task RunAsync(double seconds, int[] clients, CancellationToken cancel)
    {
        foreach (var count in clients)
        {
            Progress.Say($"pgbench, {count} clients.");
            var (transactions, took) = await RunAsync(["-T", $"{Math.Ceiling(seconds)}", "-c", $"{count}", "-j", $"{Math.Min(count, 2)}"], cancel);
            var before = _runs.GetValueOrDefault(count);
            _runs[count] = (before.Transactions + transactions, before.Seconds + took);
        }
    }

    /// <summary>Throws unless one transaction leaves as many rows in each table as the app does once: a comparison of other rows says nothing.</summary>
    public async Task CheckRowsAsync(Func<Task> once, CancellationToken cancel)
    {
        var theirs = await RowCounts.WrittenByAsync(_rig, once, cancel);
        var ours = await RowCounts.WrittenByAsync(_rig, () => RunAsync(["-t", "1", "-c", "1"], cancel), cancel);
        if (theirs.Length == 0 || theirs != ours)
            throw new InvalidOperationException($"{_script} has to be brought up to date. The app writes: {theirs}. The script writes: {ours}.");
    }

    private async Task<(long Transactions, double Seconds)> RunAsync(string[] extent, CancellationToken cancel)
    {
        var signIn = new NpgsqlConnectionStringBuilder(_rig.ConnectionString);
        var said = await Command.RunAsync(
            _program,
            ["-h", signIn.Host!, "-U", signIn.Username!, "-n", "-M", "prepared", "-f", _script, .. extent, .. _variables.SelectMany(v => (string[])["-D", v]), signIn.Database!],
            cancel);
        if (!said.Succeeded || !said.Output.Contains("number of failed transactions: 0 ", StringComparison.Ordinal))
            throw new InvalidOperationException($"pgbench failed:{Environment.NewLine}{said.Output}");
        var transactions = long.Parse(Transactions().Match(said.Output).Groups[1].Value, CultureInfo.InvariantCulture);
        return (transactions, transactions / double.Parse(Rate().Match(said.Output).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"transactions actually processed: (\d+)")]
    private static partial Regex Transactions();

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Rate();
}
