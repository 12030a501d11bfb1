using System.ComponentModel.DataAnnotations;

namespace TicketWeb.Features.Pricing;

/// <summary>The service fee that buyers pay on top of a ticket's price. Free tickets carry none.</summary>
public sealed class PricingOptions
{
    public const string Section = "Pricing";

    /// <summary>Per ticket, in minor units of whichever currency it is sold in.</summary>
    [Range(0, 100_000)]
    public long FeeFlat { get; set; } = 50;

    /// <summary>Of the ticket's price.</summary>
    [Range(0, 5_000)]
    public int FeeBasisPoints { get; set; } = 600;
}
