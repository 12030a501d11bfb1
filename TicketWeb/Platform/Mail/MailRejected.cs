using TicketWeb.Kernel;

namespace TicketWeb.Platform.Mail;

/// <summary>The letter will never arrive as it is: most often there is no such mailbox.</summary>
/// <param name="Detail">What the server said, for the log.</param>
public sealed record MailRejected(string Detail) : Refusal("mail_rejected", "This address does not take mail. Check it for a slip.");
