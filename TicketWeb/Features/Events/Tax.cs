using TicketWeb.Kernel;

namespace TicketWeb.Features.Events;

/// <summary>The tax on tickets at a venue.</summary>
/// <param name="Included">True where prices have it in them already; false where it is added.</param>
public sealed record Tax(BasisPoints Rate, bool Included)
{
    public static Tax None { get; } = new(new BasisPoints(0), Included: true);

    /// <summary>What of this price is tax, or has to be added to it, in minor units.</summary>
    public long On(long price) => Included ? Rate.Within(price) : Rate.Of(price);
}
