namespace TicketWeb.Features.Payments.Domain;

/// <summary>A webhook that was received and verified. Its key makes the second delivery of the same event change nothing.</summary>
internal sealed class InboxMessage
{
    public required string Provider { get; init; }

    public required string EventId { get; init; }

    /// <summary>What it told us: <see cref="WebhookNews"/>, as JSON.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
