namespace TicketWeb.Features.Messages;

/// <summary>A mail in the mailbox's list.</summary>
public sealed record MailboxRow(Guid Id, string To, string? SenderName, string Subject, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);
