using TicketWeb.Features.Organizations;

namespace TicketWeb.Features.Messages.Domain;

/// <summary>A mail that is to be sent, or was: the queue and the delivery log in one.</summary>
internal sealed class OutgoingMail
{
    public required Guid Id { get; init; }

    /// <summary>Null for mails about an account.</summary>
    public OrganizationId? OrganizationId { get; init; }

    /// <summary>What it is about. Unique, so that a fact that is told twice sends one mail.</summary>
    public required string Occasion { get; init; }

    public required string To { get; init; }

    public string? SenderName { get; init; }

    public string? ReplyTo { get; init; }

    public required string Subject { get; init; }

    /// <summary>Emptied once sent, because mails hold secret links; kept in Development for the mailbox.</summary>
    public required string Html { get; set; }

    public required string Text { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? FailedAt { get; set; }

    public string? LastError { get; set; }

    /// <summary>When an operator decided that nothing more will come of it, and why.</summary>
    public DateTimeOffset? SetAsideAt { get; init; }

    public string? SetAsideReason { get; init; }

    public List<OutgoingMailPart> Parts { get; init; } = [];
}
