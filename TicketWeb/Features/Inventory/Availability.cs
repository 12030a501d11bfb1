using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory.Domain;

namespace TicketWeb.Features.Inventory;

/// <summary>What can still be had of one ticket type. Advice for pages; the reservation decides.</summary>
/// <param name="Left">The least that any of its pools has left.</param>
public sealed record Availability(EventId EventId, TicketTypeId TicketTypeId, int Left)
{
    private const int MostShown = 200;
    private const int FewFrom = 20;

    public StockState State => Left switch
    {
        <= 0 => StockState.SoldOut,
        <= FewFrom => StockState.Few,
        _ => StockState.Available,
    };

    /// <summary>True where there is any number of it.</summary>
    public bool IsUnlimited => Left > Pool.Largest;

    /// <summary>The number to show; null when it is more than a page tells.</summary>
    public int? LeftShown => Left <= MostShown ? Math.Max(0, Left) : null;
}
