using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

/// <summary>An event as lists show it.</summary>
/// <param name="LowestPrice">Before fees and added tax, over the types that buyers can see; null when there is none.</param>
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
    Money? LowestPrice,
    Money? HighestPrice,
    Tax Tax,
    DateTimeOffset? SaleOpensAt)
{
    public EventFees Fees { get; init; } = EventFees.None;

    public DateTimeOffset LocalStart => StartsAt.LocalTime(TimeZone);

    public DateTimeOffset LocalEnd => EndsAt.LocalTime(TimeZone);
}
