using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Orders;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Platform.Data;
using TicketWeb.Platform.Security;

namespace TicketWeb.Features.Settlements.UseCases;

/// <summary>The entries behind a statement, newest first; paged by where the last page ended, so that new ones neither repeat nor hide one.</summary>
public sealed class ListEntries(Databases databases, IOrders orders)
{
    private const int PageSize = 50;
    private const int FilePageSize = 1000;

    /// <param name="statement">Null for the period that is open.</param>
    /// <param name="kind">Null for all.</param>
    /// <param name="after">The last entry of the page before.</param>
    /// <returns>Null when there is no such statement for this person.</returns>
    public async Task<EntryPage?> RunAsync(Access access, StatementId? statement, EntryKind? kind, EntryId? after, CancellationToken cancel) =>
        await PageAsync(access, statement, kind, after, PageSize, cancel);

    /// <summary>All of them, for a file; a page of rows is in memory at a time.</summary>
    /// <returns>Null when there is no such statement for this person.</returns>
    public async Task<IAsyncEnumerable<EntryRow>?> AllAsync(Access access, StatementId? statement, CancellationToken cancel) =>
        await PageAsync(access, statement, null, null, FilePageSize, cancel) is { } first ? FollowAsync(access, statement, first, cancel) : null;

    private async IAsyncEnumerable<EntryRow> FollowAsync(Access access, StatementId? statement, EntryPage? page, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        while (page is not null)
        {
            foreach (var entry in page.Entries)
                yield return entry;
            page = page.Next is { } next ? await PageAsync(access, statement, null, next, FilePageSize, cancel) : null;
        }
    }

    private async Task<EntryPage?> PageAsync(Access access, StatementId? statement, EntryKind? kind, EntryId? after, int size, CancellationToken cancel)
    {
        if (!access.May(Permission.SeeSettlements))
            return null;
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (statement is { } id && !await db.Set<Statement>().AnyAsync(s => s.Id == id, cancel))
            return null;

        var entries = db.EntriesOf(statement);
        if (kind is { } wanted)
            entries = entries.Where(e => e.Kind == wanted);
        if (after is { } last)
        {
            // EF cannot compare ids behind their converter; PostgreSQL compares them as it sorts them.
            var older = db.Set<Entry>().FromSql($"select * from settlements.entries where (booked_at, id) < (select booked_at, id from settlements.entries where id = {last.Value})");
            entries = entries.Where(e => older.Any(o => o.Id == e.Id));
        }

        var rows = await entries.OrderByDescending(e => e.BookedAt).ThenByDescending(e => e.Id).Take(size + 1).ToListAsync(cancel);
        var page = rows.Take(size).ToList();
        var numbers = await orders.NumbersAsync(db, [.. page.Select(e => e.OrderId).OfType<Guid>().Distinct()], cancel);
        var names = await databases.NamesAsync(page.Select(e => e.BookedBy).OfType<Guid>(), cancel);
        return new EntryPage(
            [.. page.Select(e => new EntryRow(
                e.Id, e.Kind, e.BookedAt, e.Currency, e.OrderId, e.OrderId is { } order ? numbers.GetValueOrDefault(order) : null,
                e.Moved, e.Prices, e.Discount, e.OwnFees, e.Note, e.BookedBy is { } by ? names.GetValueOrDefault(by) : null))],
            rows.Count > size ? page[^1].Id : null);
    }
}
