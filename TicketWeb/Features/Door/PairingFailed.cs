using TicketWeb.Kernel;

namespace TicketWeb.Features.Door;

/// <summary>Wrong, used, too old or tried too often: told alike, so that nobody learns which codes there are.</summary>
public sealed record PairingFailed() : Refusal("pairing_failed", "This pairing code does not work. It may be mistyped, used already or older than 15 minutes. Ask for a new one.");
