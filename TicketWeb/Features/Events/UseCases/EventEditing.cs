using Microsoft.EntityFrameworkCore;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.UseCases;

internal sealed class EventEditing(TimeProvider clock) : IEventEditing
{
    public async Task<Outcome<TicketTypeId>> SaveTicketTypeAsync(TicketDb db, EventId eventId, TicketTypeId? id, TicketTypeInput input, CancellationToken cancel)
    {
        var of = await db.Set<Event>().SingleOrDefaultAsync(e => e.Id == eventId, cancel);
        var known = id is null ? null : await db.Set<TicketType>().AsTracking().SingleOrDefaultAsync(t => t.Id == id && t.EventId == eventId, cancel);
        if (of is null || (id is not null && known?.IsAddOn != (input.AddOn is not null)))
            return new NotFound("ticket type");
        if (input.AddOn is { GoesWith.Count: > 0 } addOn
            && await db.Set<TicketType>().CountAsync(t => addOn.GoesWith.Contains(t.Id) && t.EventId == eventId && !t.IsAddOn, cancel) != addOn.GoesWith.Distinct().Count())
            return new InvalidInput([new InputError("goesWith", "Choose ticket types of this event.")]);

        var zone = await db.Set<Venue>().Where(v => v.Id == of.VenueId).Select(v => v.TimeZone).SingleAsync(cancel);
        var position = await db.Set<TicketType>().CountAsync(t => t.EventId == eventId, cancel);
        var outcome = known is null ? TicketType.Offer(of, zone, position, input) : known.Change(of, zone, input);
        if (!outcome.IsDone(out var type, out var refusal))
            return refusal;
        if (known is null)
            db.Add(type);
        return type.Id;
    }

    public async Task<Outcome<Done>> RemoveAddOnAsync(TicketDb db, EventId eventId, TicketTypeId id, CancellationToken cancel)
    {
        if (await db.Set<TicketType>().AsTracking().SingleOrDefaultAsync(t => t.Id == id && t.EventId == eventId && t.IsAddOn, cancel) is not { } known)
            return new NotFound("add-on");
        db.Remove(known);
        return new Done();
    }

    public Task<Outcome<Done>> PublishAsync(TicketDb db, EventId eventId, int sellable, CancellationToken cancel) =>
        ChangeAsync(db, eventId, e => e.Publish(sellable, clock.GetUtcNow()), cancel);

    public Task<Outcome<Done>> WithdrawAsync(TicketDb db, EventId eventId, bool anythingClaimed, CancellationToken cancel) =>
        ChangeAsync(db, eventId, e => e.Withdraw(anythingClaimed), cancel);

    private static async Task<Outcome<Done>> ChangeAsync(TicketDb db, EventId eventId, Func<Event, Outcome<Event>> change, CancellationToken cancel)
    {
        if (await db.Set<Event>().AsTracking().SingleOrDefaultAsync(e => e.Id == eventId, cancel) is not { } changed)
            return new NotFound("event");
        return change(changed).Refusal is { } refusal ? refusal : new Done();
    }
}
