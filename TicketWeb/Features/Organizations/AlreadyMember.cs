using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public sealed record AlreadyMember() : Refusal("already_member", "This person is on the team already.");
