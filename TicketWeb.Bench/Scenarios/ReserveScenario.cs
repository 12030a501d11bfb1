using System.Diagnostics;

namespace TicketWeb.Bench.Scenarios;

/// <summary>Everybody reserves from one pool at once.</summary>
internal sealed class ReserveScenario : Scenario
{
    private const int Buyers = 64;

    /// <summary>As many as ours, and one alone, whom nobody keeps waiting.</summary>
    private static readonly int[] HotRowClients = [Buyers, 1];

    public override string Name => "reserve";

    public override string Asks => "how many reservations a second one pool bears, against a transaction on its hot row for each buyer";

    public override async Task RunAsync(Rig rig, CancellationToken cancel)
    {
        var organizer = await Organizer.FoundAsync(rig, cancel);
        var night = await organizer.PublishAsync("Night Swimmers", Organizer.Plenty, cancel);
        var hotRow = await Pgbench.WriteAsync(rig, "reserve.sql", await organizer.PublishAsync("Day Swimmers", Organizer.Plenty, cancel), cancel);
        await hotRow.CheckRowsAsync(() => Clients.OnceAsync(rig.Server.Address, Visit, cancel), cancel);

        await hotRow.RunAsync(rig.Seconds / 2d, HotRowClients, cancel);
        Progress.Say($"{Buyers} buyers reserve.");
        var tally = await Clients.RunAsync(rig.Server.Address, Buyers, Clients.WarmUp, TimeSpan.FromSeconds(rig.Seconds), Visit, cancel);
        await hotRow.RunAsync(rig.Seconds / 2d, HotRowClients, cancel);

        rig.Report.Add("reservations", tally);
        rig.Report.Add("hot_row_per_second", hotRow.PerSecond(Buyers));
        rig.Report.Add("hot_row_at_best_per_second", hotRow.AtBest);
        rig.Report.AtLeast("ratio_to_hot_row", tally.PerSecond / hotRow.PerSecond(Buyers), 10);
        rig.Report.Add("ratio_to_hot_row_at_best", tally.PerSecond / hotRow.AtBest);
        rig.Report.MustBeNone("failed_requests", tally.Failures);

        IEnumerable<ReadOnlyMemory<byte>> Visit(PlainHttp http, Tally tally) => Reserve(http, tally, new BuyerForms(rig.Server.Address, night, tickets: 1));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Reserve(PlainHttp http, Tally tally, BuyerForms forms)
    {
        do
        {
            var begun = Stopwatch.GetTimestamp();
            yield return forms.Reserve();
            tally.Note(http.Status == 302, begun);
        }
        while (!tally.IsOver);
    }
}
