using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

public sealed record TicketsAreOut() : Refusal("tickets_are_out", "Tickets were already sold or are being bought, so the event stays public. Cancel it instead.");
