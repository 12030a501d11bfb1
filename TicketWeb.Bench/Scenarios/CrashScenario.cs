using System.Diagnostics;
using Npgsql;

namespace TicketWeb.Bench.Scenarios;

/// <summary>The server or its database is killed again and again while people buy. Nothing may be missing afterwards, and nothing be there twice.</summary>
internal sealed class CrashScenario : Scenario
{
    private const int Buyers = 8;

    /// <summary>Sells out on the way.</summary>
    private const int Few = 500;

    /// <summary>So that the sweeper has work meanwhile.</summary>
    private const string ReservationMinutes = "1";

    /// <summary>Every so many kills it is PostgreSQL's turn.</summary>
    private const int PostgresEvery = 5;

    /// <summary>So many are sold between two kills at least: a server that only just starts has nothing to lose.</summary>
    private const int SalesBetween = 10;

    private const string Paid = "select count(*) from orders.orders where state = 'Paid'";

    /// <summary>What a killed server had claimed comes back after two minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private int _endedByItself;

    public override string Name => "crash";

    public override string Asks => "whether stock, money and tickets agree after everything was killed under load, --kills times";

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Inventory:ReservationMinutes"] = ReservationMinutes };

    public override async Task RunAsync(Rig rig, CancellationToken cancel)
    {
        var organizer = await Organizer.FoundAsync(rig, cancel);
        OnSale[] events = [await organizer.PublishAsync("Night Swimmers", Organizer.Plenty, cancel), await organizer.PublishAsync("Cellar Quartet", Few, cancel)];
        var buyers = Enumerable.Range(0, Buyers).Select(_ => new StubbornBuyer(rig.Server.Address, events)).ToList();
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var buying = Task.WhenAll(buyers.Select(b => b.RunAsync(closing.Token)));
        try
        {
            await KillAsync(rig, cancel);
        }
        finally
        {
            await closing.CancelAsync();
        }

        while (!buying.IsCompleted)
            await LookAgainAsync(rig, TimeSpan.FromMilliseconds(100), cancel);
        await buying;
        var (left, took) = await WaitUntilQuietAsync(rig, cancel);

        rig.Report.Add("kills", rig.Kills);
        rig.Report.Add("purchases", await rig.CountAsync(Paid, cancel));
        rig.Report.Add("orders", await rig.CountAsync("select count(*) from orders.orders", cancel));
        rig.Report.Add("asked_again", buyers.Sum(b => b.Repeated));
        rig.Report.Add("refused", buyers.Sum(b => b.Refused));
        rig.Report.Add("quiet_after_seconds", took.TotalSeconds);
        // Killed between the note of a payment and the gateway: these wait for the sweeper, which gives a bank half an hour.
        rig.Report.Add("payments_unanswered", left.Paying);
        rig.Report.MustBeNone("still_under_way", left.UnderWay);
        rig.Report.MustBeNone("facts_given_up", await rig.CountAsync("select count(*) from platform.outbox where given_up_at is not null", cancel));
        rig.Report.MustBeNone("ended_by_itself", _endedByItself);
        rig.Report.MustBeNone("vanished", buyers.Sum(b => b.Vanished));
        rig.Report.MustBeNone("shown_and_lost", await LostAsync(rig, [.. buyers.SelectMany(b => b.Shown)], cancel));
        await rig.Books.AuditAsync(rig.Report, cancel);
    }

    private async Task KillAsync(Rig rig, CancellationToken cancel)
    {
        for (var kill = 1; kill <= rig.Kills; kill++)
        {
            for (var before = await rig.CountAsync(Paid, cancel); await rig.CountAsync(Paid, cancel) < before + SalesBetween;)
                await LookAgainAsync(rig, TimeSpan.FromMilliseconds(100), cancel);
            await Task.Delay(Random.Shared.Next(3000), cancel);
            if (kill % PostgresEvery == 0)
            {
                Progress.Say($"Kill {kill}: PostgreSQL.");
                await rig.KillPostgresAsync(cancel);
            }
            else
            {
                Progress.Say($"Kill {kill}: the server.");
                await rig.KillServerAsync(cancel);
            }
        }
    }

    /// <returns>What was left when nothing moved any more, and how long that took.</returns>
    private async Task<(Queues Left, TimeSpan Took)> WaitUntilQuietAsync(Rig rig, CancellationToken cancel)
    {
        Progress.Say("Waiting until the queues are quiet.");
        var (waiting, lastMove) = (Stopwatch.StartNew(), TimeSpan.Zero);
        var left = await Queues.ReadAsync(rig, cancel);
        while (left.UnderWay > 0 && waiting.Elapsed < lastMove + Patience)
        {
            await LookAgainAsync(rig, TimeSpan.FromSeconds(1), cancel);
            var now = await Queues.ReadAsync(rig, cancel);
            if (now != left)
                lastMove = waiting.Elapsed;
            left = now;
        }

        return (left, waiting.Elapsed);
    }

    /// <summary>Lets a moment pass. A server that could not bear what happened to it and ended is started again, and counted.</summary>
    private async Task LookAgainAsync(Rig rig, TimeSpan after, CancellationToken cancel)
    {
        await Task.Delay(after, cancel);
        if (!rig.Server.HasEnded)
            return;
        Progress.Say("The server has ended by itself.");
        _endedByItself++;
        await rig.StopServerAsync();
        await rig.StartServerAsync(cancel);
    }

    /// <summary>How many of the orders whose tickets a buyer has seen have none.</summary>
    private static async Task<long> LostAsync(Rig rig, Guid[] shown, CancellationToken cancel)
    {
        await using var connection = await rig.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("select count(*) from orders.orders o where id = any($1) and state = 'Paid' and exists (select from tickets.tickets t where t.order_id = o.id)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = shown });
        return shown.Length - (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}
