using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

public sealed record AlreadyConfirmed() : Refusal("already_confirmed", "Your address is confirmed. Sign in to go on.");
