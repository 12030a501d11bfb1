using System.ComponentModel.DataAnnotations;

namespace TicketWeb.Features.Pricing;

/// <summary>The platform's fees on tickets and on add-ons. Buyers pay it on top of the price, or the organizer out of it. What is free carries none.</summary>
public sealed class PricingOptions
{
    public const string Section = "Pricing";

    /// <summary>Per ticket, in minor units of whichever currency it is sold in.</summary>
    [Range(0, 100_000)]
    public long FeeFlat { get; set; } = 50;

    /// <summary>Of the ticket's price.</summary>
    [Range(0, 5_000)]
    public int FeeBasisPoints { get; set; } = 600;

    /// <summary>Per add-on, in minor units of whichever currency it is sold in.</summary>
    [Range(0, 100_000)]
    public long AddOnFeeFlat { get; set; }

    /// <summary>Of the add-on's price.</summary>
    [Range(0, 5_000)]
    public int AddOnFeeBasisPoints { get; set; } = 600;
}
