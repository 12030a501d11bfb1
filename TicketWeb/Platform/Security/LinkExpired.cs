using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

public sealed record LinkExpired() : Refusal("link_expired", "This link has expired or was used already.");
