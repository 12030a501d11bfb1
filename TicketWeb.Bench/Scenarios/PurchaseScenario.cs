using System.Diagnostics;

namespace TicketWeb.Bench.Scenarios;

/// <summary>Everybody buys two tickets: reserves, pays in the sandbox, has them.</summary>
internal sealed class PurchaseScenario : Scenario
{
    private const int Buyers = 64;
    private const int BaselineClients = 16;

    /// <summary>Fewer clients wait less for each other.</summary>
    private static readonly int[] AllBaselineClients = [BaselineClients, 4];

    /// <summary>How long the queues are watched afterwards.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public override string Name => "purchase";

    public override string Asks => "how many complete purchases a second, against one transaction with the same rows for each";

    public override async Task RunAsync(Rig rig, CancellationToken cancel)
    {
        var organizer = await Organizer.FoundAsync(rig, cancel);
        var night = await organizer.PublishAsync("Night Swimmers", Organizer.Plenty, cancel);
        var baseline = await Pgbench.WriteAsync(rig, "purchase.sql", await organizer.PublishAsync("Day Swimmers", Organizer.Plenty, cancel), cancel);
        await baseline.CheckRowsAsync(() => Clients.OnceAsync(rig.Server.Address, Visit, cancel), cancel);

        await baseline.RunAsync(rig.Seconds / 2d, AllBaselineClients, cancel);
        Progress.Say($"{Buyers} buyers buy.");
        var tally = await Clients.RunAsync(rig.Server.Address, Buyers, Clients.WarmUp, TimeSpan.FromSeconds(rig.Seconds), Visit, cancel);
        rig.Report.Add("purchases", tally);
        await WatchQueuesAsync(rig, cancel);
        // What is still waiting is not to slow down the comparison.
        await rig.StopServerAsync();
        await baseline.RunAsync(rig.Seconds / 2d, AllBaselineClients, cancel);
        await rig.StartServerAsync(cancel);

        rig.Report.Add("pgbench_per_second", baseline.PerSecond(BaselineClients));
        rig.Report.Add("pgbench_at_best_per_second", baseline.AtBest);
        rig.Report.AtLeast("ratio_to_pgbench", tally.PerSecond / baseline.PerSecond(BaselineClients), 2);
        rig.Report.Add("ratio_to_pgbench_at_best", tally.PerSecond / baseline.AtBest);
        rig.Report.MustBeNone("failed_requests", tally.Failures);
        // One more was bought for comparing rows.
        var paid = await rig.CountAsync($"select count(*) from orders.orders where state = 'Paid' and event_id = '{night.Id.Value}'", cancel);
        rig.Report.MustBeNone("answered_and_not_paid", tally.Everything + 1 - paid);

        IEnumerable<ReadOnlyMemory<byte>> Visit(PlainHttp http, Tally tally) => Buy(http, tally, new BuyerForms(rig.Server.Address, night, tickets: 2));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Buy(PlainHttp http, Tally tally, BuyerForms forms)
    {
        do
        {
            var begun = Stopwatch.GetTimestamp();
            yield return forms.Reserve();
            if (http.Status == 302)
                yield return forms.Pay(http.Location);
            tally.Note(http.Status == 302, begun);
        }
        while (!tally.IsOver);
    }

    /// <summary>What the workers had not got to when the last buyer was answered, and how fast they do.</summary>
    private static async Task WatchQueuesAsync(Rig rig, CancellationToken cancel)
    {
        Progress.Say("Watching the queues.");
        const string Told = "select count(*) from platform.outbox where told_at is not null";
        var (begun, letters, told) = (Stopwatch.StartNew(), rig.Mails.Letters, await rig.CountAsync(Told, cancel));
        var first = await Queues.ReadAsync(rig, cancel);
        var left = first;
        while (left.Unsent > 0 && begun.Elapsed < Patience)
        {
            await Task.Delay(200, cancel);
            left = await Queues.ReadAsync(rig, cancel);
        }

        rig.Report.Add("facts_waiting", first.Facts);
        rig.Report.Add("mails_waiting", first.Mails);
        rig.Report.Add("webhooks_waiting", first.Webhooks);
        rig.Report.Add("drained_seconds", begun.Elapsed.TotalSeconds);
        rig.Report.Add("facts_told_per_second", (await rig.CountAsync(Told, cancel) - told) / begun.Elapsed.TotalSeconds);
        rig.Report.Add("mails_sent_per_second", (rig.Mails.Letters - letters) / begun.Elapsed.TotalSeconds);
        rig.Report.Add("facts_still_waiting", left.Facts);
        rig.Report.Add("mails_still_waiting", left.Mails);
    }
}
