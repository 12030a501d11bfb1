namespace TicketWeb.Components.Design;

/// <summary>An event as a card shows it: everything already in words.</summary>
public sealed record EventCardView
{
    public required string Name { get; init; }

    public required string Url { get; init; }

    /// <summary>The address of a picture, 4 to 3.</summary>
    public required string PictureUrl { get; init; }

    /// <summary>"Fri 12 Mar · 20:00".</summary>
    public required string When { get; init; }

    /// <summary>The same for programs, with its offset: "2027-03-12T20:00+00:00".</summary>
    public string? WhenIso { get; init; }

    /// <summary>"Harbour Hall, Bristol".</summary>
    public required string Where { get; init; }

    /// <summary>"from £24.50", "Free", "Sold out".</summary>
    public string? Price { get; init; }

    /// <summary>"Only 14 left", "Cancelled"; null when there is nothing to say.</summary>
    public string? Badge { get; init; }

    /// <summary>The badge's colour: "few", "gone", "good", "bad" or "".</summary>
    public string BadgeTone { get; init; } = "";

    /// <summary>Over, or called off: shown quieter.</summary>
    public bool Past { get; init; }
}
