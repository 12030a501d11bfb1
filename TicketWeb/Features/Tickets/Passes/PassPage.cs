namespace TicketWeb.Features.Tickets.Passes;

/// <summary>What is printed of one ticket, all of it in the words that a person reads.</summary>
public sealed record PassPage
{
    public required string EventName { get; init; }

    public required string TypeName { get; init; }

    /// <summary>Null while the ticket has no name on it.</summary>
    public string? HolderName { get; init; }

    /// <summary>Day and time at the venue: "Friday 12 March 2027, 20:00".</summary>
    public required string When { get; init; }

    public string? Doors { get; init; }

    public required string Where { get; init; }

    public string? Address { get; init; }

    public required string OrderNumber { get; init; }

    /// <summary>What staff type when the code does not scan: "K7F-2QX-9MB".</summary>
    public required string TicketNumber { get; init; }

    /// <summary>The squares of the ticket's QR code.</summary>
    public required QrModules Code { get; init; }

    public required string OrganizerName { get; init; }

    /// <summary>What else the order has: "1 × Parking"; empty on all pages but the order's first, so that it is not handed over twice.</summary>
    public IReadOnlyList<string> AddOns { get; init; } = [];

    /// <summary>Age limits, what to bring, how to get there; line breaks are kept.</summary>
    public string? Notes { get; init; }
}
