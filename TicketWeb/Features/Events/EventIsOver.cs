using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

public sealed record EventIsOver() : Refusal("event_over", "This event is over. Change its date first.");
