using TicketWeb.Kernel;

namespace TicketWeb.Platform.Mail;

/// <summary>The mail server could not be reached or asked for patience: the same letter may well go out later.</summary>
/// <param name="Detail">What the server or the network said, for the log.</param>
public sealed record MailDelayed(string Detail) : Refusal("mail_delayed", "The mail could not be sent just now; it is tried again.");
