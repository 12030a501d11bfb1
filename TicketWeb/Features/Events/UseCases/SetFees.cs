using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.UseCases;

/// <summary>Says who pays the fees of an event, from the next order on.</summary>
public sealed class SetFees(Databases databases)
{
    /// <summary>What these words mean. Nothing is written down.</summary>
    public static Outcome<EventFees> Read(Currency currency, FeesInput input)
    {
        var errors = new InputErrors();
        var fees = FeeTerms.Read(input, currency, errors);
        return errors.None ? fees : errors.ToRefusal();
    }

    public async Task<Outcome<Done>> RunAsync(Access access, EventId id, FeesInput input, CancellationToken cancel)
    {
        await using var db = databases.Tenant(access.OrganizationId.Value);
        if (!access.May(Permission.EditEvents) || await db.Set<Event>().AsTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } changed)
            return new NotFound("event");
        if (changed.Charge(input).Refusal is { } refusal)
            return refusal;

        await db.SaveChangesAsync(cancel);
        return new Done();
    }
}
