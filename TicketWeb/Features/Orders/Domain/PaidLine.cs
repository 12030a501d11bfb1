using TicketWeb.Features.Events;

namespace TicketWeb.Features.Orders.Domain;

/// <summary>What was paid for so many tickets of a type together, in minor units; it need not divide by their number.</summary>
internal sealed record PaidLine(TicketTypeId TicketTypeId, int Count, long Price, long Fee);
