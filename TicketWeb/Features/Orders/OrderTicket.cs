using TicketWeb.Features.Events;

namespace TicketWeb.Features.Orders;

/// <summary>A ticket of an order, as those who look after the order see it.</summary>
/// <param name="Position">1 is the order's first.</param>
/// <param name="Counts">False when it lets nobody in any more.</param>
/// <param name="CheckedInAt">When somebody first came in with it; null when nobody has.</param>
/// <param name="Gate">Where that was; may be empty.</param>
public sealed record OrderTicket(int Position, TicketTypeId TicketTypeId, string Number, string HolderName, bool Counts, DateTimeOffset? CheckedInAt, string Gate);
