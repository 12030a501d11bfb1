using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Settlements.UseCases;

/// <summary>How this feature's use cases find entries and statements. They work behind the tenant's door, which shows one organization's.</summary>
internal static class SettlementBook
{
    /// <summary>The entries of a closed period, or of the open one.</summary>
    /// <param name="statement">Null for what is in no statement yet.</param>
    public static IQueryable<Entry> EntriesOf(this TicketDb db, StatementId? statement) => statement is { } closed
        ? db.Set<Entry>().Where(e => db.Set<StatementEntry>().Any(i => i.EntryId == e.Id && i.StatementId == closed))
        : db.Set<Entry>().Where(e => !db.Set<StatementEntry>().Any(i => i.EntryId == e.Id));

    public static Task<Statement?> LatestStatementAsync(this TicketDb db, CancellationToken cancel) =>
        db.Set<Statement>().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);

    public static StatementRow Row(this Statement s) => new(s.Id, s.Number, s.FirstDay, s.LastDay, new Money(s.Owed, s.Currency));
}
