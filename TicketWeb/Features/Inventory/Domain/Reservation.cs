using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory.Domain;

/// <summary>A buyer's timed claim on stock.</summary>
internal sealed class Reservation
{
    private readonly List<ReservationItem> _items = [];

    private Reservation()
    {
    }

    public ReservationId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public EventId EventId { get; private init; }

    /// <summary>Where those of its ticket types were claimed from that it has; null where all came from the open stock.</summary>
    public AllocationId? AllocationId { get; private set; }

    public ReservationState State { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public bool Extended { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public IReadOnlyList<ReservationItem> Items => _items;

    public IReadOnlyList<TicketCount> Wanted => [.. _items.Select(i => new TicketCount(i.TicketTypeId, i.Count))];

    /// <summary>True while it holds stock.</summary>
    public bool Holds => State != ReservationState.Released;

    public static Reservation Start(OrganizationId organization, EventId of, IEnumerable<TicketCount> wanted, AllocationId? from, DateTimeOffset now, TimeSpan lasts)
    {
        var reservation = new Reservation
        {
            Id = Kernel.Id.New<ReservationId>(),
            OrganizationId = organization,
            EventId = of,
            AllocationId = from,
            State = ReservationState.Active,
            ExpiresAt = now + lasts,
            CreatedAt = now,
        };
        reservation._items.AddRange(wanted.Select(w => ReservationItem.Of(reservation, w)));
        return reservation;
    }

    public Outcome<Done> HoldForPayment(DateTimeOffset now)
    {
        if (State == ReservationState.Active && now >= ExpiresAt)
            return new ReservationIsGone();
        return Move(ReservationState.Paying);
    }

    public void Resume()
    {
        if (State == ReservationState.Paying)
            State = ReservationState.Active;
    }

    public Outcome<Done> Extend(DateTimeOffset now, TimeSpan by)
    {
        if (State != ReservationState.Active || now >= ExpiresAt)
            return new ReservationIsGone();
        if (Extended)
            return new AlreadyExtended();

        Extended = true;
        ExpiresAt += by;
        return new Done();
    }

    /// <summary>Ends then, unless it ends before.</summary>
    public void Shorten(DateTimeOffset until) => ExpiresAt = until < ExpiresAt ? until : ExpiresAt;

    public Outcome<Done> Sell() => Move(ReservationState.Sold);

    /// <summary>Claimed again where its allocation could not give it any more.</summary>
    public void DrawFromOpenStock() => AllocationId = null;

    /// <summary>Some of what was sold came back: from now on it holds so much less.</summary>
    public void GiveBack(IEnumerable<TicketCount> counts)
    {
        foreach (var (type, count) in counts)
            _items.Single(i => i.TicketTypeId == type).GiveBack(count);
    }

    public Outcome<Done> Release() => Move(ReservationState.Released);

    /// <summary>The one table of moves.</summary>
    private Outcome<Done> Move(ReservationState to)
    {
        var allowed = (State, to) switch
        {
            (ReservationState.Active, ReservationState.Paying or ReservationState.Sold or ReservationState.Released) => true,
            (ReservationState.Paying, ReservationState.Paying or ReservationState.Sold or ReservationState.Released) => true,
            (ReservationState.Released, ReservationState.Sold) => true,
            _ => false,
        };
        if (!allowed)
            return new ReservationIsGone();
        State = to;
        return new Done();
    }
}
