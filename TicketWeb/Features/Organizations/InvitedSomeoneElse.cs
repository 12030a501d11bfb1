using TicketWeb.Kernel;

namespace TicketWeb.Features.Organizations;

public sealed record InvitedSomeoneElse(string Email)
    : Refusal("invited_someone_else", $"This invitation is for {Email}. Sign in with that address, or have your own invited.");
