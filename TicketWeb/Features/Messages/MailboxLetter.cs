using TicketWeb.Platform.Mail;

namespace TicketWeb.Features.Messages;

/// <summary>A mail in the mailbox, whole.</summary>
public sealed record MailboxLetter(MailboxRow Row, string Html, string Text, IReadOnlyList<LetterPart> Parts);
