using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public sealed record LastOwner() : Refusal("last_owner", "An organization needs an owner. Make someone else an owner first.");
