using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Orders.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Jobs;

namespace TicketWeb.Features.Orders.UseCases;

/// <summary>
/// Refunds the orders of events, one after the other for each event. What a killed node leaves is in the table and goes on; what it had done
/// and not marked is done again and changes nothing.
/// </summary>
internal sealed class EventRefundWorker(Databases databases, RefundOrder refund, EventRefundSignal signal, VisitorsFirst visitors, TimeProvider clock, ILogger<EventRefundWorker> logger)
    : JobWorker<EventRefundJob>(Queue, databases, signal, visitors, clock, logger)
{
    public static readonly JobQueue Queue = new()
    {
        Table = "orders.event_refund_jobs",
        DoneAt = "done_at",
        GivenUpAt = "failed_at",
        Key = "refund_id",
        // The pauses double. One order that the database does not let through holds the others up for half a minute, then it is listed as failed.
        MostAttempts = 5,
        Pause = attempts => TimeSpan.FromSeconds(Math.Pow(2, attempts)),
        ClaimLasts = TimeSpan.FromMinutes(1),
        Idle = TimeSpan.FromSeconds(2),
    };

    private readonly Databases _databases = databases;

    protected override JobClaim Claim(EventRefundJob job) => new(job.Id, job.Attempts, $"refund of order {job.OrderId.Value}");

    protected override async Task<JobOutcome> DoAsync(EventRefundJob job, CancellationToken cancel)
    {
        await using var db = _databases.Service();
        var run = await db.Set<EventRefund>().SingleAsync(r => r.Id == job.RefundId, cancel);
        var outcome = await refund.RunAsync(run.OrganizationId, run.StartedBy, job.OrderId, run.ForOneOrder(), cancel);
        return outcome.Refusal switch
        {
            // Somebody was faster.
            null or NothingToRefund => JobOutcome.Done,
            { } other => JobOutcome.GiveUp(other.Sentence),
        };
    }
}
