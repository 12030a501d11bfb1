using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Inventory.Domain;

/// <summary>What an allocation holds of one ticket type. The database checks that it is never less than nothing.</summary>
internal sealed class AllocationItem
{
    public required AllocationId AllocationId { get; init; }

    public required TicketTypeId TicketTypeId { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    /// <summary>Set aside and not claimed by anybody; counted in the pools' <see cref="Pool.Allocated"/>.</summary>
    public int Held { get; private set; }

    public void Hold(int more) => Held += more;
}
