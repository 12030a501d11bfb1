using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public sealed record InvitationExpired() : Refusal("invitation_expired", "This invitation has expired or was taken back. Ask for a new one.");
