using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>So many tickets of a type, at its price before fees.</summary>
public sealed record CartItem(TicketTypeId TicketTypeId, string Name, Money UnitPrice, int Count);
