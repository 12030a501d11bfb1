using TicketWeb.Features.Events;
using TicketWeb.Features.Pricing;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What was paid for so many tickets of a type, or so many of an add-on, together, in minor units; it need not divide by their number.</summary>
/// <param name="Price">After discount, with the tax that was added to it.</param>
/// <param name="Position">Its place in the order.</param>
/// <param name="OwnFee">What of the fee is the organizer's own.</param>
/// <param name="ProcessorFee">What of the fee went to whoever moves the money.</param>
/// <param name="Tax">What of the price is tax, whether it was in it or put on it.</param>
internal sealed record PaidLine(TicketTypeId TicketTypeId, int Count, long Price, long Fee, long OwnFee = 0, long Tax = 0, int Position = 0, LineKind Kind = LineKind.Ticket, long ProcessorFee = 0);
