using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Settlements.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Settlements.UseCases;

/// <summary>Puts something right by hand, with a reason. What was wrong about it is put right by another one.</summary>
public sealed class AdjustBook(Databases databases, IOrganizations organizations, TimeProvider clock)
{
    public async Task<Outcome<Done>> RunAsync(Access access, AdjustmentInput input, CancellationToken cancel)
    {
        if (!access.May(Permission.KeepBooks))
            return new NotFound("organization");
        var organization = (await organizations.FindAsync(access.OrganizationId, cancel))!;
        if (!Posting.Adjust(organization.Id, organization.Currency, input, access.AccountId, clock.GetUtcNow()).IsDone(out var entry, out var refusal))
            return refusal;

        await using var db = databases.Tenant(organization.Id.Value);
        if (await db.Set<Entry>().AnyAsync(e => e.Kind == EntryKind.Adjustment && e.SourceId == input.Key, cancel))
            return new Done();
        db.Add(entry);
        await db.SaveChangesAsync(cancel);
        return new Done();
    }
}
