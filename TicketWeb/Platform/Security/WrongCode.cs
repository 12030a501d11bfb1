using TicketWeb.Kernel;

namespace TicketWeb.Platform.Security;

public sealed record WrongCode() : Refusal("wrong_code", "That code is not right. After five wrong tries there is a pause of ten minutes.");
