namespace TicketWeb.Features.Events;

/// <summary>Where it happens.</summary>
/// <param name="TimeZone">IANA.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
public sealed record VenueView(VenueId Id, string Name, string Address, string City, string PostalCode, string Country, string TimeZone, int Capacity, string? MapUrl, Tax Tax)
{
    /// <summary>"3 Kiln Lane, Bristol"; the city alone where there is no street.</summary>
    public string Place => Address.Length == 0 ? City : $"{Address}, {City}";
}
