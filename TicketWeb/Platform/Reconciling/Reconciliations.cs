using Microsoft.EntityFrameworkCore;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Platform.Reconciling;

/// <summary>The runs there were and are to be.</summary>
public sealed partial class Reconciliations(Databases databases, ReconcilingSignal signal, TimeProvider clock, ILogger<Reconciliations> logger)
{
    internal const int PageSize = 20;

    /// <summary>Three o'clock in the morning, UTC. An app that was not up at that hour catches up when it is.</summary>
    private static readonly TimeSpan NightFalls = TimeSpan.FromHours(3);

    /// <summary>Asks for a run, unless one is wanted or under way already.</summary>
    public async Task WantAsync(Operator by, CancellationToken cancel)
    {
        await using var db = databases.Service();
        if (await db.Set<Reconciliation>().AnyAsync(r => r.FinishedAt == null && r.GivenUpAt == null, cancel))
            return;

        var now = clock.GetUtcNow();
        db.Add(new Reconciliation { Id = Guid.CreateVersion7(now), WantedAt = now, DueAt = now });
        await db.SaveChangesAsync(cancel);
        LogWanted(by.AccountId);
        signal.Raise();
    }

    /// <param name="by">Any operator.</param>
    /// <param name="after">The last run of the page before.</param>
    public async Task<ReconciliationPage> ListAsync(Operator by, Guid? after, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var db = databases.Service();
        var runs = await db.Set<Reconciliation>().Where(r => after == null || r.Id < after).OrderByDescending(r => r.Id).Take(PageSize + 1).ToListAsync(cancel);
        var page = runs.Take(PageSize).Select(View).ToList();
        return new ReconciliationPage(page, runs.Count > PageSize ? page[^1].Id : null);
    }

    /// <summary>A line for each difference that the run has found; null when there is no such run.</summary>
    public async Task<IReadOnlyList<string>?> LinesAsync(Operator by, Guid run, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var db = databases.Service();
        return await db.Set<Reconciliation>().Where(r => r.Id == run).Select(r => r.Lines).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Asks for tonight's run, if nobody has: the night is unique in the table, however many nodes there are.</summary>
    internal async Task WantNightlyAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var night = DateOnly.FromDateTime((now - NightFalls).UtcDateTime);
        await using var db = databases.Service();
        var wanted = await db.Database.ExecuteSqlAsync(
            $"""
            insert into platform.reconciliations (id, night, wanted_at, due_at, attempts, checks, checks_done, differences, lines)
            values ({Guid.CreateVersion7(now)}, {night}, {now}, {now}, 0, 0, 0, 0, array[]::text[])
            on conflict (night) do nothing
            """, cancel);
        if (wanted == 1)
            signal.Raise();
    }

    private static ReconciliationView View(Reconciliation r) =>
        new(r.Id, r.Night is not null, r.WantedAt, r.StartedAt, r.FinishedAt - r.StartedAt, r.Checks, r.ChecksDone, r.Differences, r.LastError, r.GivenUpAt is not null);

    [LoggerMessage(Level = LogLevel.Information, Message = "Operator {AccountId} asked for a reconciliation")]
    private partial void LogWanted(Guid accountId);
}
