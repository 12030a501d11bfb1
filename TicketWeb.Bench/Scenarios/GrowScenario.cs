using System.Diagnostics;
using System.Net;
using System.Text;
using Npgsql;
using TicketWeb.Features.Door.UseCases;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Tickets;

namespace TicketWeb.Bench.Scenarios;

/// <summary>
/// The same four things by one person, in a database with one event and a thousand orders and in one with ten thousand events and a million
/// orders of the same organization. Both stand side by side, and every single request goes to the one and then to the other.
/// </summary>
internal sealed class GrowScenario : Scenario
{
    private const string Small = "ticketweb_small";
    private const int Events = 10_000;
    private const int Orders = 1_000_000;
    private const int FewestSamples = 30;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public override string Name => "grow";

    public override string Asks => $"how much slower things get from one event and {Growth.OrdersOfTheFirst:N0} orders to {Events:N0} and {Orders:N0}";

    public override int Seconds => 10;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["PublicPages:Seconds"] = "0" };

    public override async Task RunAsync(Rig rig, CancellationToken cancel)
    {
        var member = await Member.SignUpAsync(rig);
        var organizer = await Organizer.FoundAsync(rig, cancel, member.Id);
        // Tonight, so that its door is open.
        var night = await organizer.PublishAsync("Night Swimmers", Organizer.Plenty, cancel, DateTime.UtcNow.AddHours(2));
        var growth = new Growth(rig, night, Buy(rig, night));
        await growth.FillFirstAsync(cancel);
        var codes = await CodesAsync(rig, cancel);
        var device = await PairAsync(rig, night, cancel);
        var cookies = await Member.SignInAsync(rig.Server.Address, cancel);

        await rig.StopServerAsync();
        await rig.CopyDatabaseAsync(Small, cancel);
        await growth.FillOthersAsync(Events, Orders, cancel);
        await rig.StartServerAsync(cancel);
        var small = (await rig.StartAnotherAsync("ConnectionStrings:TicketWeb", new NpgsqlConnectionStringBuilder(rig.ConnectionString) { Database = Small, MaxPoolSize = 30 }.ConnectionString, cancel)).Address;
        await Task.Run(() => Measure(rig, small, rig.Server.Address, night, organizer.Membership.Organization.Slug, cookies, device, codes, cancel), cancel);
    }

    private static void Measure(
        Rig rig, IPEndPoint small, IPEndPoint large, OnSale night, string organization, string cookies, string device, List<string> codes, CancellationToken cancel)
    {
        var worst = 0d;
        Compare("purchase", server =>
        {
            var forms = new BuyerForms(server, night, tickets: 2);
            return (http, _) => http.Ask(forms.Reserve().Span) == 302 && http.Ask(forms.Pay(http.Location).Span) == 302;
        });
        Compare("event_page", server => (http, _) => http.Ask(Get(server, $"/e/{night.Slug}")) == 200);
        Compare("order_list", server => (http, _) => http.Ask(Get(server, $"/manage/{organization}/orders", $"Cookie: {cookies}\r\n")) == 200 && http.Body.IndexOf("class=\"orders\""u8) > 0);
        Compare("door_check", server => (http, number) => http.Ask(Scan(server, device, codes[number])) == 200 && http.Body.IndexOf("\"tone\":\"admit\""u8) > 0);
        rig.Report.AtMost("growth", worst, 1.3);

        void Compare(string name, Func<IPEndPoint, Func<PlainHttp, int, bool>> ask)
        {
            Progress.Say($"Comparing: {name}.");
            using var here = new PlainHttp(small);
            using var there = new PlainHttp(large);
            var (askHere, askThere) = (ask(small), ask(large));
            List<double> shorter = [], longer = [];
            var number = 0;
            Repeat(WarmUp);
            shorter.Clear();
            longer.Clear();
            Repeat(TimeSpan.FromSeconds(2 * rig.Seconds));

            var (before, after) = (new Percentiles(shorter).At(50), new Percentiles(longer).At(50));
            rig.Report.Add($"{name}_small_ms", before);
            rig.Report.Add($"{name}_large_ms", after);
            rig.Report.Add($"{name}_ratio", after / before);
            worst = Math.Max(worst, after / before);

            void Repeat(TimeSpan duration)
            {
                for (var all = Stopwatch.StartNew(); (all.Elapsed < duration || shorter.Count < FewestSamples) && number < codes.Count; number++)
                {
                    cancel.ThrowIfCancellationRequested();
                    shorter.Add(Time(here, askHere, number, name));
                    longer.Add(Time(there, askThere, number, name));
                }
            }
        }
    }

    private static double Time(PlainHttp http, Func<PlainHttp, int, bool> ask, int number, string name)
    {
        var begun = Stopwatch.GetTimestamp();
        return ask(http, number) ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds : throw new InvalidOperationException($"A request of {name} was answered with {http.Status}.");
    }

    /// <summary>The purchase that all others are copies of; its order's id.</summary>
    private static Guid Buy(Rig rig, OnSale of)
    {
        using var http = new PlainHttp(rig.Server.Address);
        var forms = new BuyerForms(rig.Server.Address, of, tickets: 2);
        http.Ask(forms.Reserve().Span);
        var id = Encoding.ASCII.GetString(http.Location["/checkout/".Length..]);
        return http.Ask(forms.Pay(http.Location).Span) == 302 ? Guid.Parse(id) : throw new InvalidOperationException($"The first purchase was answered with {http.Status}.");
    }

    /// <summary>The codes of all tickets of the first event.</summary>
    private static async Task<List<string>> CodesAsync(Rig rig, CancellationToken cancel)
    {
        var codes = new List<string>();
        foreach (var order in (Guid[])(await rig.AskAsync("select array_agg(id) from orders.orders", cancel))!)
            codes.AddRange((await rig.Get<ITickets>().OfOrderAsync(OrderId.From(order), cancel)).Select(t => t.Code));

        return codes;
    }

    /// <summary>The key of a device at the event's door.</summary>
    private static async Task<string> PairAsync(Rig rig, OnSale of, CancellationToken cancel)
    {
        var pairing = (await rig.Get<CreatePairing>().RunAsync(of.Access, of.Id, "", cancel)).Value;
        return (await rig.Get<PairDevice>().RunAsync(pairing.Code, "Front", cancel)).Value.Token;
    }

    private static byte[] Get(IPEndPoint server, string path, string headers = "") =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server}\r\nAccept: text/html\r\n{headers}\r\n");

    private static byte[] Scan(IPEndPoint server, string device, string code)
    {
        var now = DateTimeOffset.UtcNow.ToString("O");
        var body = $$"""{"id":"{{Guid.NewGuid()}}","code":"{{code}}","scannedAt":"{{now}}","sentAt":"{{now}}"}""";
        return Encoding.ASCII.GetBytes($"POST /door/api/scans HTTP/1.1\r\nHost: {server}\r\nAuthorization: Bearer {device}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
