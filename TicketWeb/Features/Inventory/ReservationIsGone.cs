using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

public sealed record ReservationIsGone() : Refusal("reservation_gone", "The time to pay has run out and the tickets went back on sale.");
