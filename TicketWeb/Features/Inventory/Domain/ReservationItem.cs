using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Inventory.Domain;

/// <summary>What a reservation claims of one ticket type.</summary>
internal sealed class ReservationItem
{
    public required ReservationId ReservationId { get; init; }

    public required TicketTypeId TicketTypeId { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public int Count { get; private set; }

    public static ReservationItem Of(Reservation reservation, TicketCount wanted) => new()
    {
        ReservationId = reservation.Id,
        TicketTypeId = wanted.TicketTypeId,
        OrganizationId = reservation.OrganizationId,
        Count = wanted.Count,
    };

    /// <summary>Some of what was sold came back.</summary>
    public void GiveBack(int count) => Count = count <= Count ? Count - count : throw new InvalidOperationException($"Reservation {ReservationId.Value} holds {Count}, not {count}.");
}
