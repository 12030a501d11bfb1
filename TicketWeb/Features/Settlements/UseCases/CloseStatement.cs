using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Settlements.UseCases;

/// <summary>
/// Closes the open period up to the end of a day. All entries of before then that are in no statement become this one's; whatever is booked
/// later, for whichever day, is the next one's.
/// </summary>
public sealed class CloseStatement(Databases databases, IOrganizations organizations, TimeProvider clock)
{
    public async Task<Outcome<StatementId>> RunAsync(Access access, DateOnly lastDay, CancellationToken cancel)
    {
        if (!access.May(Permission.KeepBooks))
            return new NotFound("statement");
        var organization = (await organizations.FindAsync(access.OrganizationId, cancel))!;

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Of two who close at once, one is first, and the other hears that it is closed.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({organization.Id.Value.ToString()}, 33))", cancel);
        var begins = await db.Set<Entry>().MinAsync(e => (DateTimeOffset?)e.BookedAt, cancel);
        if (!Statement.Close(organization, await db.LatestStatementAsync(cancel), begins, lastDay, access.AccountId, clock.GetUtcNow()).IsDone(out var made, out var refusal))
            return refusal;

        // In one statement, so that the sum is of just the entries that are listed, whoever books at the same moment.
        await db.Database.ExecuteSqlAsync(
            $"""
            with chosen as materialized (
                select e.id, e.organization + e.tax as owed from settlements.entries e
                where e.organization_id = {made.OrganizationId.Value} and e.booked_at < {made.EndsAt}
                  and not exists (select from settlements.statement_entries i where i.entry_id = e.id)),
            made as (
                insert into settlements.statements (id, organization_id, number, currency, first_day, last_day, ends_at, closed_at, closed_by, owed)
                values ({made.Id.Value}, {made.OrganizationId.Value}, {made.Number}, {made.Currency.Code}, {made.FirstDay}, {made.LastDay}, {made.EndsAt}, {made.ClosedAt}, {made.ClosedBy},
                    (select coalesce(sum(owed), 0)::bigint from chosen)))
            insert into settlements.statement_entries (entry_id, statement_id, organization_id)
            select id, {made.Id.Value}, {made.OrganizationId.Value} from chosen
            """, cancel);
        await transaction.CommitAsync(cancel);
        return made.Id;
    }
}
