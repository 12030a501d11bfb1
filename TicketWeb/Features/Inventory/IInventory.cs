using TicketWeb.Features.Events;
using TicketWeb.Kernel;
using TicketWeb.Platform.Data;

namespace TicketWeb.Features.Inventory;

/// <summary>
/// The front door, and the only place that counts down. The methods that take a <see cref="TicketDb"/> work within the caller's open
/// transaction, so that stock and order change together or not at all; pools are locked in the order of their ids.
/// </summary>
public interface IInventory
{
    /// <summary>What is left of each ticket type of these events. One query.</summary>
    Task<IReadOnlyList<Availability>> AvailabilityAsync(IReadOnlyCollection<EventId> events, CancellationToken cancel);

    /// <summary>Locks the stock of events when it is read, until the transaction ends: what is read behind it nobody else decides on meanwhile.</summary>
    /// <param name="events">An array of their ids, as SQL.</param>
    RowQueries<LockedStock> StockOf(FormattableString events);

    /// <summary>
    /// Decides on many buyers' wishes, in their order. Each is claimed whole or not at all, until its reservation expires; what comes along with it as far as there is any.
    /// Refuses with <see cref="NotEnoughLeft"/> or <see cref="AllocationIsOver"/>.
    /// </summary>
    /// <param name="refuse">
    /// Asked about each wish that there is stock for, by its place in the list, and with what there is of what comes along: what else is in its way, or null. A
    /// wish that it refuses claims nothing.
    /// </param>
    Task<IReadOnlyList<Outcome<ReservationView>>> ReserveAsync(
        TicketDb db, LockedStock stock, EventView of, IReadOnlyList<StockWish> wishes, Func<int, IReadOnlyList<TicketCount>, Refusal?> refuse, CancellationToken cancel);

    /// <summary>A reservation that this transaction has made runs out sooner than others do.</summary>
    void Shorten(TicketDb db, ReservationId id, TimeSpan lasts);

    /// <summary>Locks many reservations at once when it is read, so that the methods below need not lock each for itself.</summary>
    /// <param name="ids">An array of their ids, as SQL.</param>
    RowQuery Locked(FormattableString ids);

    /// <summary>The gateway may still say yes: the reservation no longer expires by itself.</summary>
    Task<Outcome<Done>> HoldForPaymentAsync(TicketDb db, ReservationId id, CancellationToken cancel);

    /// <summary>The gateway said no: the reservation runs on as before.</summary>
    Task ResumeAsync(TicketDb db, ReservationId id, CancellationToken cancel);

    /// <summary>Gives the buyer more time, once. Refuses with <see cref="AlreadyExtended"/> or <see cref="ReservationIsGone"/>.</summary>
    Task<Outcome<ReservationView>> ExtendAsync(TicketDb db, ReservationId id, CancellationToken cancel);

    /// <summary>
    /// Makes the claim final. A reservation that was released meanwhile claims its stock again if there is room, where it came from or else in the open stock; else
    /// <see cref="ReservationIsGone"/>: the caller then owes the money back.
    /// </summary>
    Task<Outcome<Done>> SellAsync(TicketDb db, ReservationId id, CancellationToken cancel);

    /// <summary>Puts the stock back where it came from: into its allocation while that lasts. Reservations that are sold or already released are left as they are.</summary>
    Task ReleaseAsync(TicketDb db, IReadOnlyCollection<ReservationId> ids, CancellationToken cancel);

    /// <summary>Puts some of what was sold back where it came from: into its allocation while that lasts, otherwise into the pools.</summary>
    Task GiveBackAsync(TicketDb db, ReservationId id, IReadOnlyList<TicketCount> counts, CancellationToken cancel);

    /// <summary>Reservations that have run out and wait for no payment, oldest first.</summary>
    Task<IReadOnlyList<ReservationId>> ExpiredAsync(TicketDb db, int atMost, CancellationToken cancel);

    /// <summary>The allocation as it stands, or null.</summary>
    Task<AllocationStock?> FindAllocationAsync(AllocationId id, CancellationToken cancel);

    /// <summary>The reservation, or null.</summary>
    Task<ReservationView?> FindAsync(ReservationId id, CancellationToken cancel);
}
