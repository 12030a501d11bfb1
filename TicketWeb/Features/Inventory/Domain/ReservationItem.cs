using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Inventory.Domain;

/// <summary>What a reservation claims of one ticket type.</summary>
internal sealed class ReservationItem
{
    public required ReservationId ReservationId { get; init; }

    public required TicketTypeId TicketTypeId { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public required int Count { get; init; }
}
