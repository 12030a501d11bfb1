using TicketWeb.Features.Events;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>So many tickets of one type, at the price they had when the order was started (minor units).</summary>
internal sealed class OrderLine
{
    public required OrderId OrderId { get; init; }

    public required int Position { get; init; }

    public required OrganizationId OrganizationId { get; init; }

    public required TicketTypeId TicketTypeId { get; init; }

    public required string Name { get; init; }

    public required int Count { get; init; }

    public required long UnitPrice { get; init; }

    public required long UnitFee { get; init; }

    /// <summary>What one person may have of this type in all their orders, as it was when the order was started; null for any number.</summary>
    public required int? MostPerPerson { get; init; }

    /// <summary>How many of them were refunded.</summary>
    public int Refunded { get; private set; }

    /// <summary>How many of those gave their place back: the others had been used.</summary>
    public int Returned { get; private set; }

    /// <summary>How many still hold a place, or have held one to the end.</summary>
    public int Kept => Count - Returned;

    /// <summary>One goes back.</summary>
    public void Refund(bool used)
    {
        Refunded++;
        Returned += used ? 0 : 1;
    }
}
