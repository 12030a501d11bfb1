using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;
using TicketWeb.Features.Pricing.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Pricing.UseCases;

/// <summary>Changes what a code gives from now on, also one that has ended. Whoever has reserved with it keeps the price.</summary>
public sealed class ChangeCode(Databases databases, IEvents events)
{
    public async Task<Outcome<Done>> RunAsync(Access access, EventId of, DiscountCodeId id, CodeInput input, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (!access.May(Permission.EditEvents)
            || await db.Set<DiscountCode>().AsTracking().SingleOrDefaultAsync(c => c.Id == id && c.EventId == of, cancel) is not { } code
            || await events.FindAsync(of, cancel) is not { } happening)
            return new NotFound("code");
        if (code.Change(happening, input).Refusal is { } refusal)
            return refusal;

        await db.SaveChangesAsync(cancel);
        return new Done();
    }
}
