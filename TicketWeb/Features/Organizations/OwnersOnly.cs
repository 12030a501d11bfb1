using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public sealed record OwnersOnly() : Refusal("owners_only", "Only an owner may make someone an owner, or change what an owner may do.");
