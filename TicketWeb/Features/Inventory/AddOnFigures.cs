using TicketWeb.Features.Events;

namespace TicketWeb.Features.Inventory;

/// <summary>One add-on's stock for the team.</summary>
/// <param name="Sold">Included ones too.</param>
/// <param name="Stock">How many there are in all; null for any number.</param>
public sealed record AddOnFigures(TicketTypeId Id, int Sold, int Reserved, int? Stock)
{
    /// <summary>Null for any number.</summary>
    public int? Left => Stock - Sold - Reserved;
}
