namespace TicketWeb.Platform.Outbox;

/// <summary>A fact waiting to be told to its handlers, written in the transaction that made it true.</summary>
public sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    /// <summary>The name of the fact's type.</summary>
    public required string Fact { get; init; }

    /// <summary>Messages with the same key are told in the order in which they were written.</summary>
    public required Guid Key { get; init; }

    /// <summary>The fact as JSON.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>Set when no further attempt is made: an operator has to look.</summary>
    public DateTimeOffset? GivenUpAt { get; set; }

    public string? LastError { get; set; }

    /// <summary>When an operator decided that nothing more will come of it, and why.</summary>
    public DateTimeOffset? SetAsideAt { get; init; }

    public string? SetAsideReason { get; init; }
}
