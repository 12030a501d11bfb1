using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TicketWeb.Features.Events.Domain;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Events.UseCases;

/// <summary>Reads events whole: one query for the events with their venues, one for their ticket types.</summary>
internal sealed class EventReader(Databases databases, IMemoryCache cache, TimeProvider clock) : IEvents
{
    private static readonly TimeSpan TitlesLast = TimeSpan.FromMinutes(1);

    public async Task<EventView?> FindPublicAsync(string slug, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return (await ReadAsync(db, db.Set<Event>().Where(e => e.Slug == slug && e.State != EventState.Draft), cancel)).SingleOrDefault();
    }

    public RowQueries<EventView?> Public(string slug)
    {
        var id = PublicId(slug);
        var events = RowQuery.Of<Event>($"where id = any({id})");
        var venues = RowQuery.Of<Venue>($"where id in (select venue_id from events.events where id = any({id}))");
        var types = RowQuery.Of<TicketType>($"where event_id = any({id}) order by position");
        return new([events, venues, types], () => events.Found is [var found] ? View(found, venues.Found[0], types.Found) : null);
    }

    public FormattableString PublicId(string slug) => $"array(select id from events.events where slug = {slug} and state <> {nameof(EventState.Draft)})";

    public async Task<EventView?> FindAsync(EventId id, CancellationToken cancel) => (await FindAllAsync([id], cancel)).SingleOrDefault();

    public async Task<IReadOnlyList<EventView>> FindAllAsync(IReadOnlyCollection<EventId> ids, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await ReadAsync(db, db.Set<Event>().Where(e => ids.Contains(e.Id)), cancel);
    }

    public async Task<string> TitleAsync(EventId id, CancellationToken cancel) => (await cache.GetOrCreateAsync((nameof(TitleAsync), id), async entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = TitlesLast;
        await using var db = databases.Service();
        return await db.Set<Event>().Where(e => e.Id == id).Select(e => e.Title).SingleOrDefaultAsync(cancel);
    })) ?? "";

    private async Task<IReadOnlyList<EventView>> ReadAsync(TicketDb db, IQueryable<Event> events, CancellationToken cancel)
    {
        var found = await events.Join(db.Set<Venue>(), e => e.VenueId, v => v.Id, (e, v) => new { Event = e, Venue = v }).ToListAsync(cancel);
        var ids = found.Select(f => f.Event.Id).ToList();
        var types = await db.Set<TicketType>().Where(t => ids.Contains(t.EventId)).OrderBy(t => t.Position).ToListAsync(cancel);
        return [.. found.Select(f => View(f.Event, f.Venue, [.. types.Where(t => t.EventId == f.Event.Id)]))];
    }

    internal static TicketTypeView View(TicketType t, Event e, DateTimeOffset now) => new(
        t.Id, t.EventId, t.Name, t.Description, new Money(t.Price, e.Currency), t.FewestPerOrder, t.MostPerOrder, t.OnSaleFrom, t.OnSaleUntil,
        e.State == EventState.Published ? t.SaleAt(now, e.EndsAt) : SaleState.Ended, t.MostPerPerson)
    {
        ChoosesAmount = t.ChoosesAmount,
        Hidden = t.Hidden,
        AddOn = t.AddOn,
        Tiers = [.. t.Tiers.Select(tier => tier.In(e.Currency))],
    };

    private EventView View(Event e, Venue v, IReadOnlyList<TicketType> types) => new(
        e.Id, e.OrganizationId, e.Slug, e.Title, e.Category, e.Summary, e.Description, View(v), e.LineUp, e.DoorsAt, e.StartsAt, e.EndsAt,
        e.AgeLimit, e.State, e.PictureId, e.Currency, [.. types.Where(t => !t.IsAddOn).Select(t => View(t, e, clock.GetUtcNow()))])
    {
        AddOns = [.. types.Where(t => t.IsAddOn).Select(t => View(t, e, clock.GetUtcNow()))],
        Fees = e.Fees,
    };

    public async Task<IReadOnlySet<TicketTypeId>> HiddenAsync(EventId id, CancellationToken cancel)
    {
        await using var db = databases.Service();
        return await db.Set<TicketType>().Where(t => t.EventId == id && t.Hidden).Select(t => t.Id).ToHashSetAsync(cancel);
    }

    internal static VenueView View(Venue v) => new(v.Id, v.Name, v.Address, v.City, v.PostalCode, v.Country, v.TimeZone, v.Capacity, v.MapUrl, v.Tax);
}
