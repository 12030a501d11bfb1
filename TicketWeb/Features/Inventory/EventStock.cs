namespace TicketWeb.Features.Inventory;

/// <summary>An event's stock as its team sees it.</summary>
/// <param name="Pools">Those that ticket types draw from; an add-on's own is told with it.</param>
public sealed record EventStock(IReadOnlyList<PoolFigures> Pools, IReadOnlyList<StockFigures> Types, IReadOnlyList<AddOnFigures> AddOns);
