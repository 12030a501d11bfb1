using TicketWeb.Kernel;

namespace TicketWeb.Features.Orders;

/// <summary>One refund of an event at a time.</summary>
public sealed record AlreadyRefunding() : Refusal("already_refunding", "This event is being refunded already.");
