using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>PostgreSQL cannot be reached, or went away before it answered: whether it had done it nobody knows.</summary>
public sealed record DatabaseIsAway() : Refusal("database_is_away", "Our database does not answer right now. What you typed is still here: see in a moment whether it was saved, and try again.");
