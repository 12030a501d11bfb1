using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TicketWeb.Bench;

/// <summary>
/// Buys again and again while things break, and asks again with the same key until there is an answer. Most pay at once, some with a card
/// that takes its time, and some go away without paying.
/// </summary>
internal sealed class StubbornBuyer(IPEndPoint server, IReadOnlyList<OnSale> events)
{
    private const string LateCard = "4000000000000077";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private PlainHttp? _http;

    /// <summary>Orders whose tickets they were shown.</summary>
    public List<Guid> Shown { get; } = [];

    /// <summary>How often they were told that there are not enough left, or that it is too late.</summary>
    public int Refused { get; private set; }

    /// <summary>How often they had to ask again.</summary>
    public int Repeated { get; private set; }

    /// <summary>Orders they had been told of and then not any more.</summary>
    public int Vanished { get; private set; }

    public Task RunAsync(CancellationToken stop) => Task.Factory.StartNew(() => Run(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Buy();
            Thread.Sleep(Pause);
        }

        _http?.Dispose();
    }

    private void Buy()
    {
        var luck = Random.Shared.Next(10);
        var forms = luck == 0
            ? new BuyerForms(server, events[Random.Shared.Next(events.Count)], tickets: 2, LateCard)
            : new BuyerForms(server, events[Random.Shared.Next(events.Count)], tickets: 2);
        if (Ask(forms.Reserve()) is not { } checkout || luck == 1)
            return;
        if (Ask(forms.Pay(checkout)) is not null && Ask(forms.Look(checkout)) is { } shown && shown.AsSpan().StartsWith("/orders/"u8))
            Shown.Add(Guid.Parse(Encoding.ASCII.GetString(checkout)["/checkout/".Length..], CultureInfo.InvariantCulture));
    }

    /// <summary>Where the answer points; null when it was a no, or a page that says to wait.</summary>
    private byte[]? Ask(ReadOnlyMemory<byte> request)
    {
        while (true)
        {
            try
            {
                _http ??= new PlainHttp(server);
                switch (_http.Ask(request.Span))
                {
                    case 302:
                        return _http.Location.ToArray();
                    case 404:
                        Vanished++;
                        return null;
                    case 422:
                        Refused++;
                        return null;
                    case 200:
                        return null;
                }
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                _http?.Dispose();
                _http = null;
            }

            Repeated++;
            Thread.Sleep(Pause);
        }
    }
}
