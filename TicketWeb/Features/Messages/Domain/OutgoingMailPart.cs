namespace TicketWeb.Features.Messages.Domain;

/// <summary>A file in a mail that is not sent yet.</summary>
internal sealed class OutgoingMailPart
{
    public required Guid MailId { get; init; }

    public required int Position { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>Set for a picture that the HTML shows.</summary>
    public string? ContentId { get; init; }
}
