namespace TicketWeb.Features.Pricing;

/// <summary>What the platform charges. Buyers pay it on top of the price, or the organizer out of it. What is free carries nothing.</summary>
public sealed class PricingOptions
{
    public const string Section = "Pricing";

    /// <summary>All of them that fit are charged; an empty list charges nothing.</summary>
    public IList<PlatformFee> Fees { get; } = [];
}
