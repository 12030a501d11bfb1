using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TicketWeb.Bench;

/// <summary>
/// Many clients at once, each on a connection of its own, all driven by one thread: it asks the system which sockets have an answer and
/// sends on each what its client wants next. The server shares the processors with us, and this costs a fifth of what HttpClient does.
/// </summary>
internal static class Clients
{
    /// <summary>For the server's code to be compiled: in the first twenty seconds under full load that takes up to a sixth of all processors, and then nothing.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// What a client does: it hands over one request after the other and finds the answer on its connection when it is asked for the next.
    /// It does everything once at least, and ends when the tally says that time is up.
    /// </summary>
    public delegate IEnumerable<ReadOnlyMemory<byte>> Visit(PlainHttp http, Tally tally);

    /// <param name="into">Counts this run in with earlier ones.</param>
    public static Task<Tally> RunAsync(IPEndPoint server, int count, TimeSpan warmUp, TimeSpan measured, Visit visit, CancellationToken cancel, Tally? into = null) =>
        Task.Factory.StartNew(() => Run(server, count, warmUp, measured, visit, into ?? new Tally(), cancel), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>One client, once.</summary>
    public static Task<Tally> OnceAsync(IPEndPoint server, Visit visit, CancellationToken cancel) => RunAsync(server, 1, TimeSpan.Zero, TimeSpan.Zero, visit, cancel);

    private static Tally Run(IPEndPoint server, int count, TimeSpan warmUp, TimeSpan measured, Visit visit, Tally tally, CancellationToken cancel)
    {
        var clients = new Dictionary<Socket, (PlainHttp Http, IEnumerator<ReadOnlyMemory<byte>> Visit)>();
        try
        {
            for (var i = 0; i < count; i++)
            {
                var http = new PlainHttp(server);
                clients.Add(http.Socket, (http, visit(http, tally).GetEnumerator()));
            }

            var from = Stopwatch.GetTimestamp() + Ticks(warmUp);
            tally.Measure(from, from + Ticks(measured));
            foreach (var socket in clients.Keys.ToList())
                Continue(socket);
            Drive();
            return tally;
        }
        finally
        {
            foreach (var (http, _) in clients.Values)
                http.Dispose();
        }

        void Drive()
        {
            var ready = new List<Socket>(count);
            for (var heard = Stopwatch.GetTimestamp(); clients.Count > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                ready.Clear();
                ready.AddRange(clients.Keys);
                Socket.Select(ready, null, null, TimeSpan.FromSeconds(1));
                if (ready.Count > 0)
                    heard = Stopwatch.GetTimestamp();
                else if (Stopwatch.GetElapsedTime(heard) > Patience)
                    throw new TimeoutException($"The server has answered none of {clients.Count} clients for {Patience.TotalSeconds:0} seconds.");

                foreach (var socket in ready)
                {
                    if (clients[socket].Http.Receive())
                        Continue(socket);
                }
            }
        }

        void Continue(Socket socket)
        {
            var (http, visit) = clients[socket];
            if (visit.MoveNext())
            {
                http.Send(visit.Current.Span);
                return;
            }

            clients.Remove(socket);
            http.Dispose();
        }
    }

    private static long Ticks(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);
}
