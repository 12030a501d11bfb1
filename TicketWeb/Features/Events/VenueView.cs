namespace TicketWeb.Features.Events;

/// <summary>Where it happens.</summary>
/// <param name="TimeZone">IANA.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
public sealed record VenueView(VenueId Id, string Name, string Address, string City, string PostalCode, string Country, string TimeZone, int Capacity, string? MapUrl, Tax Tax);
