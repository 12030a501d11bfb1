using TicketWeb.Kernel;

namespace TicketWeb.Features.Tickets;

/// <summary>What was shown is no code of ours, or only part of one.</summary>
public sealed record NotATicket() : Refusal("not_a_ticket", "This is not a ticket.");
