namespace TicketWeb.Features.Tickets.Passes;

/// <summary>An event as a calendar keeps it.</summary>
public sealed record CalendarEntry
{
    /// <summary>The same for every version of the event, so that a later file corrects the earlier one: "event-…@tickets.example".</summary>
    public required string Uid { get; init; }

    /// <summary>Counts the versions; a calendar keeps the highest.</summary>
    public int Sequence { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Name and address of the venue.</summary>
    public string? Location { get; init; }

    public string? Description { get; init; }

    public Uri? Url { get; init; }

    /// <summary>True takes the event out of the calendar again.</summary>
    public bool Cancelled { get; init; }
}
