using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What was paid for so many tickets of a type, or so many of an add-on, together, in minor units; it need not divide by their number.</summary>
/// <param name="Price">After discount, with the tax that was added to it.</param>
/// <param name="Fees">The organizer's own first, then those of whoever moves the money, then the platform's: the odd pennies follow that order.</param>
/// <param name="Tax">What of the price is tax, whether it was in it or put on it.</param>
/// <param name="Position">Its place in the order.</param>
/// <param name="OwnFeeWithin">What of the price is fees of the organizer's own.</param>
internal sealed record PaidLine(
    TicketTypeId TicketTypeId, int Count, long Price, IReadOnlyList<FeeShare> Fees, long Tax = 0, int Position = 0, LineKind Kind = LineKind.Ticket, long OwnFeeWithin = 0);
