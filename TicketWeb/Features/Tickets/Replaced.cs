using TicketWeb.Kernel;

namespace TicketWeb.Features.Tickets;

/// <summary>The code was ours, but the ticket was transferred or issued again since.</summary>
public sealed record Replaced() : Refusal("ticket_replaced", "This code was replaced by a newer one.");
