namespace TicketWeb.Features.Events;

/// <summary>One page of what was found.</summary>
public sealed record SearchResult(IReadOnlyList<EventListing> Events, int Total, int Page, int Pages);
