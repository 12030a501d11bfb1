using TicketWeb.Features.Door;
using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Orders;

namespace TicketWeb.Components.Dashboard.Events;

/// <summary>Everything an event's home shows in numbers.</summary>
/// <param name="Left">The most that can still be sold.</param>
/// <param name="Mark">Differs as soon as any figure does.</param>
public sealed record EventFigures(
    SalesFigures Sales,
    EventRefunds Refunds,
    IReadOnlyList<StockFigures> Types,
    int Left,
    DoorFigures Door,
    DateOnly Today,
    string Mark)
{
    public IReadOnlyList<AddOnFigures> AddOns { get; init; } = [];

    public int Sold => Sales.Tickets;

    public int Reserved => Types.Sum(t => t.Reserved);

    public int SoldToday => Sales.PerDay.Where(d => d.Day == Today).Sum(d => d.Tickets);

    public StockFigures Stock(TicketTypeId type) => Types.FirstOrDefault(t => t.TicketTypeId == type) ?? new StockFigures(type, 0, 0, 0, []);

    public AddOnFigures AddOn(TicketTypeId id) => AddOns.FirstOrDefault(a => a.Id == id) ?? new AddOnFigures(id, 0, 0, 0);

    public bool Equals(EventFigures? other) => other?.Mark == Mark;

    public override int GetHashCode() => Mark.GetHashCode(StringComparison.Ordinal);
}
