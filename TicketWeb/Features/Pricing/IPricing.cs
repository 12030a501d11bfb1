using TicketWeb.Features.Events;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Pricing;

/// <summary>The front door: what things cost, fees and taxes included, from the first screen to the last.</summary>
public interface IPricing
{
    /// <summary>What one of this type comes to at this price, a ticket bought alone or an add-on beside it: the price that is shown everywhere, and what of it is the organizer's.</summary>
    QuoteLine One(TicketTypeView type, Money price, Tax tax, EventFees fees, bool atDesk = false) => One(CartItem.Of(type, price, 1) with { Chosen = type.ChoosesAmount }, tax, fees, atDesk);

    /// <summary>The same for an item that need not be of any type.</summary>
    QuoteLine One(CartItem item, Tax tax, EventFees fees, bool atDesk = false);

    /// <summary>True where buyers pay something once for a whole order, so that two tickets need not cost twice what one does.</summary>
    bool AddsToOrders(EventFees fees);

    /// <summary>What so many tickets of a type cost now, before fees: one item for each price, where a tier has fewer left than are wanted.</summary>
    /// <param name="taken">How many are taken at tiers that are for so many only.</param>
    IReadOnlyList<CartItem> Items(TicketTypeView type, int count, IReadOnlyDictionary<PriceTierId, int> taken, DateTimeOffset now);

    /// <summary>The whole price. Refuses a code that cannot be used now or for these tickets, and sums beyond all measure.</summary>
    Outcome<Quote> Quote(Cart cart, DateTimeOffset now);

    /// <summary>A code of an event by its normal form; null where there is none.</summary>
    Task<CodeTerms?> FindCodeAsync(EventId of, string code, CancellationToken cancel);

    /// <summary>Whether there is a code that buyers of this event could have.</summary>
    Task<bool> TakesCodesAsync(EventId of, CancellationToken cancel);

    /// <summary>
    /// The codes of events that are there, by their normal form, locked when they are read and until the transaction ends: so long nobody else
    /// counts their uses. They are locked before pools are.
    /// </summary>
    /// <param name="events">An array of their ids, as SQL.</param>
    RowQueries<IReadOnlyDictionary<string, CodeTerms>> CodesOf(FormattableString events, string[] codes);
}
