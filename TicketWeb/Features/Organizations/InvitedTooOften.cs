using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public sealed record InvitedTooOften() : Refusal("invited_too_often", "This address was sent several mails just now. Wait a quarter of an hour.");
