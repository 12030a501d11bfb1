using System.Runtime.InteropServices;
using TicketWeb.Bench;
using TicketWeb.Bench.Scenarios;

Scenario[] scenarios = [new ReserveScenario(), new PurchaseScenario(), new PageScenario(), new LiveScenario(), new GrowScenario(), new CrashScenario()];
if (BenchOptions.Parse(args, scenarios) is not { } options)
{
    Console.WriteLine("dotnet run -c Release --project TicketWeb.Bench -- <scenario> [--json FILE] [--seconds N] [--kills N]");
    Console.WriteLine();
    foreach (var scenario in scenarios)
        Console.WriteLine($"  {scenario.Name,-9} {scenario.Asks}");
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var report = await Report.OpenAsync(options, stop.Token);
    await using (var rig = await Rig.StartAsync(options, report, stop.Token))
    {
        await options.Scenario.RunAsync(rig, stop.Token);
        await rig.Books.CloseAsync(report, stop.Token);
    }

    report.Print();
    await report.WriteAsync(CancellationToken.None);
    return report.IsTrue ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Progress.Say("Stopped.");
    return 130;
}

// The rig is taken down in good order, whoever stops us.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
