using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

/// <summary>An event as lists show it.</summary>
/// <param name="SaleOpensAt">When the first type goes on sale, if none is yet.</param>
public sealed record EventListing(
    EventId Id,
    OrganizationId OrganizationId,
    string Slug,
    string Title,
    Category Category,
    string VenueName,
    string City,
    string TimeZone,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    EventState State,
    Guid? PictureId,
    Tax Tax,
    DateTimeOffset? SaleOpensAt)
{
    /// <summary>The ticket types that whoever asked can see; no add-ons.</summary>
    public IReadOnlyList<TicketTypeView> Types { get; init; } = [];

    public EventFees Fees { get; init; } = EventFees.None;

    public DateTimeOffset LocalStart => StartsAt.LocalTime(TimeZone);

    public DateTimeOffset LocalEnd => EndsAt.LocalTime(TimeZone);
}
