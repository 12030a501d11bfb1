using TicketWeb.Features.Events;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Pricing;

/// <summary>The front door: what things cost, fees and taxes included, from the first screen to the last.</summary>
public interface IPricing
{
    /// <summary>What one ticket at this price comes to: the price that is shown everywhere, and what of it is the organizer's.</summary>
    QuoteLine One(Money price, Tax tax, EventFees fees);

    /// <summary>The whole price. Refuses a code that cannot be used now or for these tickets, and sums beyond all measure.</summary>
    Outcome<Quote> Quote(Cart cart, DateTimeOffset now);

    /// <summary>Whether there is a code that buyers of this event could have.</summary>
    Task<bool> TakesCodesAsync(EventId of, CancellationToken cancel);

    /// <summary>
    /// The codes of an event that are there, by their normal form, in one query and locked until the caller's transaction ends: so long nobody else
    /// counts their uses. They are locked before pools are.
    /// </summary>
    Task<IReadOnlyDictionary<string, CodeTerms>> LockCodesAsync(TicketDb db, EventId of, string[] codes, CancellationToken cancel);
}
