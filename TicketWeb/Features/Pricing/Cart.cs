using TicketWeb.Features.Events;
using TicketWeb.Kernel;

namespace TicketWeb.Features.Pricing;

/// <summary>What somebody wants to buy, at the prices of the catalogue, where it is taxed, and the code that they hold.</summary>
public sealed record Cart(Currency Currency, IReadOnlyList<CartItem> Items, Tax Tax, CodeTerms? Code = null)
{
    /// <summary>What the organizer decided about fees.</summary>
    public EventFees Fees { get; init; } = EventFees.None;

    /// <summary>True where the organizer takes the money themselves, at their desk: then the platform has no fee in it.</summary>
    public bool AtDesk { get; init; }
}
