using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>The order cannot be paid any more.</summary>
public sealed record OrderIsClosed() : Refusal("order_closed", "The time to pay has run out. Nothing was charged.");
