using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

public sealed record PasskeyRefused() : Refusal("passkey_refused", "This passkey did not work here. Use your password, or try again.");
