using TicketWeb.Features.Events;

namespace TicketWeb.Features.Inventory;

/// <summary>What an allocation has of one ticket type.</summary>
/// <param name="Left">What it still holds.</param>
public sealed record AllocatedType(TicketTypeId TicketTypeId, int Left, int Reserved, int Sold)
{
    public int Quantity => Left + Reserved + Sold;
}
