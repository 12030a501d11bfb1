using System.Diagnostics;
using System.Net;
using System.Text;

namespace TicketWeb.Bench.Scenarios;

/// <summary>Everybody looks at one event: a copy that is kept, a page that is made anew, and beside them an address that answers a constant.</summary>
internal sealed class PageScenario : Scenario
{
    private const int Visitors = 32;

    /// <summary>Short and in turns, so that what else the machine does hits all of them alike.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(200);

    public override string Name => "page";

    public override string Asks => "how many event pages a second, kept and made anew, against an address that answers a constant";

    public override async Task RunAsync(Rig rig, CancellationToken cancel)
    {
        var organizer = await Organizer.FoundAsync(rig, cancel);
        var page = $"/e/{(await organizer.PublishAsync("Night Swimmers", 200, cancel)).Slug}";
        var anew = await rig.StartAnotherAsync("PublicPages:Seconds", "0", cancel);
        (string Name, IPEndPoint Server, string Path, Tally Tally)[] all =
        [
            ("constant", rig.Server.Address, "/health/live", new()),
            ("cached_page", rig.Server.Address, page, new()),
            ("uncached_page", anew.Address, page, new()),
        ];

        Progress.Say("Warming up.");
        foreach (var (_, server, path, _) in all)
            await Clients.RunAsync(server, Visitors, Clients.WarmUp, TimeSpan.Zero, Visitor(server, path), cancel);
        for (var round = 0; round < rig.Seconds / Round.TotalSeconds; round++)
        {
            Progress.Say($"Round {round + 1}.");
            foreach (var (_, server, path, tally) in all)
                await Clients.RunAsync(server, Visitors, Settling, Round, Visitor(server, path), cancel, tally);
        }

        foreach (var (name, _, _, tally) in all)
            rig.Report.Add(name, tally);
        rig.Report.MustBeNone("failed_requests", all.Sum(a => a.Tally.Failures));
        var (constant, cached, uncached) = (all[0].Tally.PerSecond, all[1].Tally.PerSecond, all[2].Tally.PerSecond);
        rig.Report.AtLeast("ratio_to_constant", cached / constant, 0.7);
        rig.Report.Add("uncached_ratio_to_constant", uncached / constant);
        using var http = new PlainHttp(rig.Server.Address);
        http.Ask(Get(rig.Server.Address, page));
        rig.Report.Add("page_bytes", http.Body.Length);
    }

    private static Clients.Visit Visitor(IPEndPoint server, string path)
    {
        var request = Get(server, path);
        return Look;

        IEnumerable<ReadOnlyMemory<byte>> Look(PlainHttp http, Tally tally)
        {
            do
            {
                var begun = Stopwatch.GetTimestamp();
                yield return request;
                tally.Note(http.Status == 200, begun);
            }
            while (!tally.IsOver);
        }
    }
    private static byte[] Get(IPEndPoint server, string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server}\r\nAccept: text/html\r\n\r\n");
}
