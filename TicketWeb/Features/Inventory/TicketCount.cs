using TicketWeb.Features.Events;

namespace TicketWeb.Features.Inventory;

/// <summary>So many of one ticket type.</summary>
public sealed record TicketCount(TicketTypeId TicketTypeId, int Count);
