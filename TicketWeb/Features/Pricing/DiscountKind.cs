namespace TicketWeb.Features.Pricing;

/// <summary>How a code's discount is told.</summary>
public enum DiscountKind
{
    Percent,
    Flat,

    /// <summary>It takes nothing off: it lets somebody in.</summary>
    Nothing,
}
