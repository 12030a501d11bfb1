namespace TicketWeb.Features.Events;

/// <summary>What a person fills in about a venue, as typed.</summary>
public sealed record VenueInput(string? Name, string? Address, string? City, string? PostalCode, string? Country, string? TimeZone, int? Capacity, string? MapUrl = null);
