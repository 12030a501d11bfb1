using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Inventory.Domain;

/// <summary>A ticket type takes one place from this pool with every ticket.</summary>
internal sealed class PoolDraw
{
    public required TicketTypeId TicketTypeId { get; init; }

    public required PoolId PoolId { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public required EventId EventId { get; init; }
}
