using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Pricing.UseCases;

/// <summary>An event's codes, the newest first.</summary>
public sealed class ListCodes(Databases databases)
{
    public async Task<IReadOnlyList<CodeTerms>> RunAsync(Access access, EventId of, CancellationToken cancel)
    {
        if (!access.May(Permission.EditEvents))
            return [];
        await using var db = databases.Tenant(access.OrganizationId.Value);
        return [.. (await db.Set<DiscountCode>().Where(c => c.EventId == of).OrderByDescending(c => c.Id).ToListAsync(cancel)).Select(c => c.Terms)];
    }
}
