using TicketWeb.Components.Dashboard.Fields;
using TicketWeb.Features.Events;

namespace TicketWeb.Components.Dashboard.Venues;

/// <summary>A venue as it is typed.</summary>
internal sealed record VenueForm
{
    public string? Name { get; set; }

    public string? Address { get; set; }

    public string? City { get; set; }

    public string? PostalCode { get; set; }

    public string? Country { get; set; }

    public string? TimeZone { get; set; }

    public string? Capacity { get; set; }

    public string? MapUrl { get; set; }

    public string? TaxPercent { get; set; }

    public bool TaxIncluded { get; set; } = true;

    public static VenueForm Of(VenueView venue) => new()
    {
        Name = venue.Name,
        Address = venue.Address,
        City = venue.City,
        PostalCode = venue.PostalCode,
        Country = venue.Country,
        TimeZone = venue.TimeZone,
        Capacity = Typed.Text(venue.Capacity),
        MapUrl = venue.MapUrl,
        TaxPercent = venue.Tax.Rate.Value == 0 ? null : venue.Tax.Rate.ToPlainString(),
        TaxIncluded = venue.Tax.Included,
    };

    public VenueInput ToInput() => new(Name, Address, City, PostalCode, Country, TimeZone, Typed.Number(Capacity), MapUrl, TaxPercent, TaxIncluded);
}
