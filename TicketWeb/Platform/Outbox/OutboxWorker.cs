using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;

namespace TicketWeb.Platform.Outbox;

/// <summary>Tells facts to their handlers.</summary>
internal sealed class OutboxWorker(Databases databases, OutboxTeller teller, OutboxSignal signal, VisitorsFirst visitors, TimeProvider clock, ILogger<OutboxWorker> logger)
    : JobWorker<OutboxMessage>(Queue, databases, signal, visitors, clock, logger)
{
    public static readonly JobQueue Queue = new()
    {
        Table = "platform.outbox",
        DoneAt = "told_at",
        GivenUpAt = "given_up_at",
        Key = "key",
        MostAttempts = 12,
        // 2, 4, 8 … seconds: twelve attempts span about two hours.
        Pause = attempts => TimeSpan.FromSeconds(Math.Pow(2, attempts)),
        ClaimLasts = TimeSpan.FromMinutes(1),
        Idle = TimeSpan.FromSeconds(1),
    };

    protected override JobClaim Claim(OutboxMessage job) => new(job.Id, job.Attempts, job.Fact);

    protected override async Task<JobOutcome> DoAsync(OutboxMessage job, CancellationToken cancel)
    {
        await teller.TellAsync(job, cancel);
        return JobOutcome.Done;
    }
}
