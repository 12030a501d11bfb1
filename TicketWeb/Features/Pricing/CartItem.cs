using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>So many tickets of a type, at its price before fees.</summary>
public sealed record CartItem(TicketTypeId TicketTypeId, string Name, Money UnitPrice, int Count)
{
    /// <summary>True where the buyer chose the price: what they give is all that they pay, and the platform's fee is taken out of it.</summary>
    public bool Chosen { get; init; }

    /// <summary>The tier whose price it is; null where it is the type's own.</summary>
    public PriceTier? Tier { get; init; }
}
