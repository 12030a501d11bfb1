using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

/// <summary>An event with its place and its ticket types, in their order. Instants are UTC; <see cref="VenueView.TimeZone"/> says how clocks there show them.</summary>
/// <param name="Description">Markdown, not yet made safe.</param>
/// <param name="TicketTypes">What lets somebody in.</param>
public sealed record EventView(
    EventId Id,
    OrganizationId OrganizationId,
    string Slug,
    string Title,
    Category Category,
    string Summary,
    string Description,
    VenueView Venue,
    IReadOnlyList<string> LineUp,
    DateTimeOffset? DoorsAt,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int? AgeLimit,
    EventState State,
    Guid? PictureId,
    Currency Currency,
    IReadOnlyList<TicketTypeView> TicketTypes)
{
    /// <summary>What can be had beside tickets and lets nobody in.</summary>
    public IReadOnlyList<TicketTypeView> AddOns { get; init; } = [];

    /// <summary>All that can be chosen: the ticket types, then the add-ons.</summary>
    public IEnumerable<TicketTypeView> Offers => TicketTypes.Concat(AddOns);

    /// <summary>The ticket types that an add-on is for, as far as everybody may know of them: "Seat or Balcony"; "" where it names none.</summary>
    public string NamesFor(AddOnTerms addOn) => string.Join(" or ", TicketTypes.Where(t => !t.Hidden && addOn.GoesWith.Contains(t.Id)).Select(t => t.Name));

    public EventFees Fees { get; init; } = EventFees.None;

    /// <summary>The start as clocks at the venue show it.</summary>
    public DateTimeOffset LocalStart => StartsAt.LocalTime(Venue.TimeZone);

    public DateTimeOffset LocalEnd => EndsAt.LocalTime(Venue.TimeZone);

    public DateTimeOffset? LocalDoors => DoorsAt?.LocalTime(Venue.TimeZone);
}
