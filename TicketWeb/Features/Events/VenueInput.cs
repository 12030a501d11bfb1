namespace TicketWeb.Features.Events;

/// <summary>What a person fills in about a venue, as typed.</summary>
/// <param name="TaxPercent">"20", "8.25"; empty for none.</param>
/// <param name="TaxIncluded">Whether prices have it in them already.</param>
public sealed record VenueInput(
    string? Name,
    string? Address,
    string? City,
    string? PostalCode,
    string? Country,
    string? TimeZone,
    int? Capacity,
    string? MapUrl = null,
    string? TaxPercent = null,
    bool TaxIncluded = true);
