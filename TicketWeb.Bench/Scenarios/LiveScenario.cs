using System.Diagnostics;

namespace TicketWeb.Bench.Scenarios;

/// <summary>
/// Two thousand pages are open on one event while it sells. A sale is committed somewhere between the request that reserves and its answer:
/// what is judged counts from the request, so that it is never better than it was; beside it stands what counts from the answer.
/// </summary>
internal sealed class LiveScenario : Scenario
{
    private const int Listeners = 2_000;
    private const int AtATime = 50;

    /// <summary>So few that their number is shown, and every sale is a new one.</summary>
    private const int Capacity = 200;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);

    public override string Name => "live";

    public override string Asks => $"how soon {Listeners:N0} open pages hear of a sale, and what each costs in memory";

    public override async Task RunAsync(Rig rig, CancellationToken cancel)
    {
        var organizer = await Organizer.FoundAsync(rig, cancel);
        await WarmUpAsync(rig, await organizer.PublishAsync("Day Swimmers", Capacity, cancel), cancel);
        var night = await organizer.PublishAsync("Night Swimmers", Capacity, cancel);

        await Task.Delay(Settling, cancel);
        var alone = rig.Server.ResidentBytes;
        Progress.Say($"{Listeners:N0} listeners join.");
        var listeners = await JoinAsync(rig, night, Listeners, cancel);
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var pinging = PingAsync(listeners, stop.Token);
            await Task.Delay(Settling, cancel);
            var together = rig.Server.ResidentBytes;

            Progress.Say("The event sells.");
            var sales = await Task.Run(() => Sell(rig, night, cancel), cancel);
            await Task.Delay(Settling, cancel);
            await stop.CancelAsync();
            await pinging;

            Judge(rig.Report, sales, listeners);
            rig.Report.Add("resident_mb_before", alone / 1048576d);
            rig.Report.Add("resident_mb_with_listeners", together / 1048576d);
            rig.Report.AtMost("kb_per_listener", (together - alone) / 1024d / Listeners, 40);
            rig.Report.Add("kb_per_listener_after_selling", (rig.Server.ResidentBytes - alone) / 1024d / Listeners);
        }
        finally
        {
            await Task.WhenAll(listeners.Select(l => l.DisposeAsync().AsTask()));
        }
    }

    /// <summary>The code is compiled and the first buffers are there before anything is weighed.</summary>
    private static async Task WarmUpAsync(Rig rig, OnSale of, CancellationToken cancel)
    {
        Progress.Say("Warming up.");
        var listeners = await JoinAsync(rig, of, AtATime, cancel);
        using var http = new PlainHttp(rig.Server.Address);
        var forms = new BuyerForms(rig.Server.Address, of, tickets: 1);
        for (var i = 0; i < Capacity / 4; i++)
        {
            http.Ask(forms.Reserve().Span);
            await Task.Delay(50, cancel);
        }

        await Task.WhenAll(listeners.Select(l => l.DisposeAsync().AsTask()));
    }

    private static async Task<List<Listener>> JoinAsync(Rig rig, OnSale of, int count, CancellationToken cancel)
    {
        var all = new List<Listener>();
        while (all.Count < count)
            all.AddRange(await Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => Listener.JoinAsync(rig.Server.Address, of.Id, Capacity, cancel))));
        return all;
    }

    private static async Task PingAsync(List<Listener> listeners, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(PingEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                foreach (var listener in listeners)
                    await listener.PingAsync(cancel);
            }
        }
        catch (OperationCanceledException)
        {
            // It has sold enough.
        }
    }

    /// <summary>One ticket after the other, a few a second. The pauses differ, or sales would keep step with the server's own pauses.</summary>
    private static List<Sale> Sell(Rig rig, OnSale of, CancellationToken cancel)
    {
        var sales = new List<Sale>();
        var forms = new BuyerForms(rig.Server.Address, of, tickets: 1);
        using var http = new PlainHttp(rig.Server.Address);
        for (var selling = Stopwatch.StartNew(); selling.Elapsed.TotalSeconds < rig.Seconds && sales.Count < Capacity;)
        {
            cancel.WaitHandle.WaitOne(Random.Shared.Next(100, 400));
            cancel.ThrowIfCancellationRequested();
            var asked = Stopwatch.GetTimestamp();
            if (http.Ask(forms.Reserve().Span) != 302)
                throw new InvalidOperationException($"A reservation was answered with {http.Status}.");
            sales.Add(new Sale(Capacity - sales.Count - 1, asked, Stopwatch.GetTimestamp()));
        }

        return sales;
    }

    private static void Judge(Report report, List<Sale> sales, List<Listener> listeners)
    {
        var heard = sales.SelectMany(s => listeners.Select(l => (Sale: s, At: l.HeardOf(s.Left)))).ToList();
        var fromRequest = new Percentiles(heard.Where(h => h.At is not null).Select(h => Stopwatch.GetElapsedTime(h.Sale.Asked, h.At!.Value).TotalMilliseconds));
        var fromAnswer = new Percentiles(heard.Where(h => h.At is not null).Select(h => Math.Max(0, Stopwatch.GetElapsedTime(h.Sale.Answered, h.At!.Value).TotalMilliseconds)));
        report.Add("sales", sales.Count);
        report.Add("listeners", listeners.Count);
        report.Add("from_request", fromRequest);
        report.Add("from_answer", fromAnswer);
        report.AtMost("from_request_p95_ms", fromRequest.At(95), 500);
        report.MustBeNone("never_heard", heard.Count(h => h.At is null));
    }

    /// <param name="Left">How many were left after it.</param>
    private sealed record Sale(int Left, long Asked, long Answered);
}
