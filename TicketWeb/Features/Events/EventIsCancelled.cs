using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

public sealed record EventIsCancelled() : Refusal("event_cancelled", "This event is cancelled.");
