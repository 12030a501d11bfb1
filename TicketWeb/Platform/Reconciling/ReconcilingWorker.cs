using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;

namespace TicketWeb.Platform.Reconciling;

/// <summary>Does the runs that were asked for.</summary>
internal sealed class ReconcilingWorker(Databases databases, KeepReconciliation keep, ReconcilingSignal signal, VisitorsFirst visitors, TimeProvider clock, ILogger<ReconcilingWorker> logger)
    : JobWorker<Reconciliation>(Queue, databases, signal, visitors, clock, logger)
{
    public static readonly JobQueue Queue = new()
    {
        Table = "platform.reconciliations",
        DoneAt = "finished_at",
        GivenUpAt = "given_up_at",
        MostAttempts = 5,
        Pause = attempts => TimeSpan.FromMinutes(attempts),
        // A large installation takes its time.
        ClaimLasts = TimeSpan.FromHours(1),
        Idle = TimeSpan.FromSeconds(10),
        Batch = 1,
    };

    protected override JobClaim Claim(Reconciliation job) => new(job.Id, job.Attempts, nameof(Reconciliation));

    protected override async Task<JobOutcome> DoAsync(Reconciliation job, CancellationToken cancel)
    {
        await keep.RunAsync(job.Id, cancel);
        return JobOutcome.Done;
    }
}
