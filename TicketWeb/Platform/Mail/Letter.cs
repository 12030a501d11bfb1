using TicketWeb.Kernel;

namespace TicketWeb.Platform.Mail;

/// <summary>A mail to one person, in two forms of the same words: some programs and some people prefer the plain one.</summary>
public sealed record Letter(EmailAddress To, string Subject, string Html, string Text, IReadOnlyList<LetterPart> Parts)
{
    /// <summary>Who it seems to come from: the organizer's name, before our address. Null for our own name.</summary>
    public string? SenderName { get; init; }

    /// <summary>Whom an answer reaches; null for the sender's address.</summary>
    public EmailAddress? ReplyTo { get; init; }

    /// <summary>Where one click ends such letters (RFC 8058); null for letters that somebody waits for, as tickets are.</summary>
    public Uri? Unsubscribe { get; init; }
}
