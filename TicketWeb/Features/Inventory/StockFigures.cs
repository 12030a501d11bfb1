using TicketWeb.Features.Events;

namespace TicketWeb.Features.Inventory;

/// <summary>One ticket type's stock for the team: what became of it, and what is left.</summary>
public sealed record StockFigures(TicketTypeId TicketTypeId, int Sold, int Reserved, int Left, IReadOnlyList<PoolId> Pools);
