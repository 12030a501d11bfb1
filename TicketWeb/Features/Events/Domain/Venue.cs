using TicketWeb.Features.Organizations;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Events.Domain;

/// <summary>A place with a clock: every event takes its local time from its venue.</summary>
internal sealed class Venue
{
    private const int MostPeople = 1_000_000;

    private Venue()
    {
    }

    public VenueId Id { get; private init; }

    public OrganizationId OrganizationId { get; private init; }

    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string City { get; private set; } = "";

    public string PostalCode { get; private set; } = "";

    public string Country { get; private set; } = "";

    public string TimeZone { get; private set; } = "";

    public int Capacity { get; private set; }

    public string? MapUrl { get; private set; }

    /// <summary>On the price of tickets; fees are not taxed here.</summary>
    public int TaxBasisPoints { get; private set; }

    public bool TaxIncluded { get; private set; }

    public Tax Tax => new(new BasisPoints(TaxBasisPoints), TaxIncluded);

    public static Outcome<Venue> Open(OrganizationId organization, VenueInput input)
    {
        var venue = new Venue { Id = Kernel.Id.New<VenueId>(), OrganizationId = organization };
        return venue.Change(input);
    }

    public Outcome<Venue> Change(VenueInput input)
    {
        var errors = new InputErrors();
        var name = errors.Text(input.Name, "name", "The name", 100);
        var address = errors.Text(input.Address, "address", "The address", 200, optional: true);
        var city = errors.Text(input.City, "city", "The city", 80);
        var postalCode = errors.Text(input.PostalCode, "postalCode", "The postal code", 16, optional: true);
        var country = errors.Text(input.Country, "country", "The country", 2).ToUpperInvariant();
        errors.Require(country.Length is 0 || (country.Length == 2 && country.All(char.IsAsciiLetterUpper)), "country", "Give the country's two letters, like GB.");
        errors.Require(TimeZones.IsKnown(input.TimeZone), "timeZone", "Choose a time zone from the list.");
        errors.Require(input.Capacity is > 0 and <= MostPeople, "capacity", $"The capacity must be between 1 and {MostPeople:N0}.");
        var mapUrl = string.IsNullOrWhiteSpace(input.MapUrl) ? null : input.MapUrl.Trim();
        errors.Require(mapUrl is null || (Uri.TryCreate(mapUrl, UriKind.Absolute, out var uri) && uri.Scheme is "https"), "mapUrl", "The map link must start with https://.");
        var tax = BasisPoints.Parse(string.IsNullOrWhiteSpace(input.TaxPercent) ? "0" : input.TaxPercent);
        errors.Require(tax is { Value: < BasisPoints.Whole }, "taxPercent", "Give the tax as a percentage like 20 or 8.25, or nothing.");
        if (!errors.None)
            return errors.ToRefusal();

        (TaxBasisPoints, TaxIncluded) = (tax!.Value.Value, input.TaxIncluded);
        (Name, Address, City, PostalCode, Country) = (name, address, city, postalCode, country);
        (TimeZone, Capacity, MapUrl) = (input.TimeZone!, input.Capacity!.Value, mapUrl);
        return this;
    }
}
