using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>The front door: what things cost, fees included, from the first screen to the last.</summary>
public interface IPricing
{
    /// <summary>What one ticket at this price costs with its fees.</summary>
    Money AllIn(Money price);

    Quote Quote(Currency currency, IReadOnlyList<CartItem> cart);
}
