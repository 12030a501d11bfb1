using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

public sealed record AddOnIsTaken() : Refusal("add_on_is_taken", "Some of it is sold or being bought, so it stays. To sell no more of it, end its sale.");
