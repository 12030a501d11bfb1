using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Pricing.UseCases;

/// <summary>Ends a code at once. Whoever has reserved with it keeps the price.</summary>
public sealed class EndCode(Databases databases, TimeProvider clock)
{
    public async Task<Outcome<Done>> RunAsync(Access access, EventId of, DiscountCodeId id, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (!access.May(Permission.EditEvents)
            || await db.Set<DiscountCode>().AsTracking().SingleOrDefaultAsync(c => c.Id == id && c.EventId == of, cancel) is not { } code)
            return new NotFound("code");

        code.End(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return new Done();
    }
}
