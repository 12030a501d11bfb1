using TicketWeb.Kernel;

namespace TicketWeb.Features.Inventory;

public sealed record AllocationIsOver() : Refusal("allocation_over", "What was set aside here has been released.");
