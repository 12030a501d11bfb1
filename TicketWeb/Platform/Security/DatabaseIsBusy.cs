using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>Somebody held the same rows for too long.</summary>
public sealed record DatabaseIsBusy() : Refusal("database_is_busy", "Somebody else is changing this right now, and nothing was saved. What you typed is still here: try again in a moment.");
