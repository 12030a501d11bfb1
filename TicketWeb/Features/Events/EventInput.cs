namespace TicketWeb.Features.Events;

/// <summary>What a person fills in about an event, as typed: dates and times as the clocks at the venue show them.</summary>
public sealed record EventInput(
    VenueId? VenueId,
    string? Title,
    Category? Category,
    string? Summary,
    string? Description,
    DateTime? Doors,
    DateTime? Starts,
    DateTime? Ends,
    int? AgeLimit = null)
{
    /// <summary>Who appears, in that order.</summary>
    public IReadOnlyList<string> LineUp { get; init; } = [];
}
