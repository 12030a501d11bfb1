using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

/// <summary>Also said while an account rests after too many tries: otherwise the pause would tell that there is an account.</summary>
public sealed record WrongPassword() : Refusal("wrong_password", "That did not match. After five wrong tries there is a pause of ten minutes.");
