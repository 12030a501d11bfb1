using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.BoxOffice.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.BoxOffice.UseCases;

/// <summary>
/// Closes a drawer: what is in it is stamped with the closing, so that every entry is in one and none in two. What is sold at this very moment is not
/// seen yet, and falls into the next.
/// </summary>
public sealed class CloseDrawer(Databases databases, IOrganizations organizations, TimeProvider clock)
{
    public async Task<Outcome<ClosingId>> RunAsync(Access access, ClosingInput input, CancellationToken cancel)
    {
        if (!access.May(Permission.SellAtDesk) || (input.Operator != access.AccountId && !access.May(Permission.SeeDrawers)))
            return new NotFound("drawer");
        var currency = (await organizations.FindAsync(access.OrganizationId, cancel))!.Currency;

        await using var db = databases.Tenant(access.OrganizationId.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Of two who close it at once, the second waits here and finds it closed.
        var entries = await db.Set<DrawerEntry>()
            .FromSql($"select * from box_office.drawer_entries where operator = {input.Operator} and closing_id is null order by id for update").AsTracking().ToListAsync(cancel);
        if (await db.Set<Closing>().SingleOrDefaultAsync(c => c.Key == input.Key, cancel) is { } same)
            return same.Id;
        if (entries.Count == 0)
            return new NothingToClose();
        if (!Closing.Close(access.OrganizationId, currency, entries, input, access.AccountId, clock.GetUtcNow()).IsDone(out var closing, out var refusal))
            return refusal;

        db.Add(closing);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return closing.Id;
    }
}
