using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

public sealed record AlreadyExtended() : Refusal("already_extended", "The time was already extended once.");
