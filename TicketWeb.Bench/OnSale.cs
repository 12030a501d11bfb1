using TicketWeb.Features.Events;
using TicketWeb.Features.Inventory;
using TicketWeb.Features.Organizations;

namespace TicketWeb.Bench;

/// <summary>An event that can be bought, with its one pool and its one ticket type.</summary>
internal sealed record OnSale(Access Access, EventId Id, PoolId Pool, TicketTypeId Type, string Slug);
